namespace BridgeBot.Host.Storage;

/// <summary>A transaction on its way to the writer, and the caller who waits for it.</summary>
internal sealed class CommitRequest(string partition, IReadOnlyList<Write> writes)
{
    // The caller goes on on its own thread: the writer's is for writing.
    private readonly TaskCompletionSource<CommitResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _settled;

    public string Partition => partition;

    public IReadOnlyList<Write> Writes => writes;

    public Task<CommitResult> Done => _done.Task;

    /// <summary>The writer takes it. False: the caller has withdrawn it, and it must not be written.</summary>
    public bool Take() => Interlocked.Exchange(ref _settled, 1) == 0;

    /// <summary>The caller waits no longer. Once it is taken that has no effect: the answer is near, and certain.</summary>
    public void Withdraw(CancellationToken cancel)
    {
        if (Take()) _done.TrySetCanceled(cancel);
    }

    public void Complete(CommitResult result) => _done.TrySetResult(result);

    public void Fail(Exception fault) => _done.TrySetException(fault);
}
