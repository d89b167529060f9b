using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace BridgeBot.Host.Storage;

/// <summary>What Table Storage says when it does not do a thing, in the seam's terms
/// (<see href="https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes"/>).</summary>
internal static class TableFaults
{
    /// <summary>Which write of a transaction failed, if it did so because of the row it found, or did not find; null if it is the
    /// service that failed.</summary>
    public static int? ConflictAt(TableTransactionFailedException fault)
    {
        var isConflict = fault.Status == 412
            || fault.ErrorCode == TableErrorCode.EntityAlreadyExists
            || IsMissingRow(fault);
        return isConflict ? fault.FailedTransactionActionIndex : null;
    }

    /// <summary>Whether a row was not found; a table that is not found is something else.</summary>
    public static bool IsMissingRow(RequestFailedException fault) =>
        fault.Status == 404 && fault.ErrorCode != TableErrorCode.TableNotFound;

    /// <summary>Whether the table is not there.</summary>
    public static bool IsMissingTable(Exception fault) =>
        fault is RequestFailedException { Status: 404 } said && said.ErrorCode == TableErrorCode.TableNotFound;

    /// <summary>Whether it is a fault of the service, of the way to it or of signing in, and none of ours. Several tries end in an
    /// aggregate of their faults, and a try that was not answered in time is cancelled by the client itself.</summary>
    public static bool IsOutside(Exception fault) =>
        fault is RequestFailedException or AuthenticationFailedException or IOException
        || fault is AggregateException { InnerExceptions: var all } && all.All(one => one is OperationCanceledException || IsOutside(one));

    /// <summary>In a few words, in one line and without addresses' queries.</summary>
    public static string InWords(Exception fault) => fault switch
    {
        AggregateException { InnerExceptions: [.., var last] } => InWords(last),
        RequestFailedException { Status: > 0 } said => $"{said.Status} {said.ErrorCode}".TrimEnd(),
        AuthenticationFailedException => "no token",
        OperationCanceledException => "no answer in time",
        _ => fault.Message.Split(['\r', '\n'])[0],
    };
}
