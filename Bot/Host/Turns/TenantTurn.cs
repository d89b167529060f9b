using BridgeBot.Host.Storage;

namespace BridgeBot.Host.Turns;

/// <summary>A turn in a tenant's partition.</summary>
internal sealed class TenantTurn(IStore store, FromTeams inbound) : ITurn
{
    private TenantState _state = new(null, null);

    public async Task LoadAsync(CancellationToken cancel)
    {
        var row = await store.ReadAsync(Keys.Tenant(inbound.Envelope.Conversation.TenantId), Keys.Head, cancel);
        _state = row is null ? new(null, null) : new(StateJson.Read<TenantHead>(row.Body), row.ETag);
    }

    public DecidedTurn Decide(TurnContext context)
    {
        var plan = TenantDecider.Decide(_state, inbound, context);
        if (plan.After == _state.Head && plan.Messages.Count == 0)
        {
            return new([], [], 0, new NoAnswer());
        }

        IReadOnlyList<Outgoing> messages = _state.Head is null ? [.. plan.Messages, new Tidy()] : plan.Messages;
        var head = StateJson.Write(plan.After with { NextNumber = plan.After.NextNumber + messages.Count });
        return new(
            [_state.HeadETag is null ? new Insert(Keys.Head, head) : new Replace(Keys.Head, head, _state.HeadETag)],
            messages,
            plan.After.NextNumber,
            new NoAnswer());
    }

    public Task<bool> ReserveAsync(string newId, string newReference, CancellationToken cancel) => Task.FromResult(true);

    public Task ReleaseAsync(CancellationToken cancel) => Task.CompletedTask;

    public TurnAnswer AnswerAgain(SeenRow seen) => new NoAnswer();
}
