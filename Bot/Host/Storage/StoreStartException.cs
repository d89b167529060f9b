using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace BridgeBot.Host.Storage;

/// <summary>The store cannot be used at all, so the host does not start. The message is one line for whoever runs the bot: it
/// names the setting and says what to do.</summary>
public sealed class StoreStartException : Exception
{
    /// <summary>A fault at start.</summary>
    /// <param name="path">What <c>Storage:Path</c> says.</param>
    /// <param name="fault">What is wrong with it, and what to do.</param>
    /// <param name="inner">What it was found by; null if it was looked for.</param>
    public StoreStartException(string path, string fault, Exception? inner = null)
        : base(OneLine($"Storage:Path is \"{path}\": {fault}"), inner)
    {
    }

    private StoreStartException(string message, Exception? inner)
        : base(OneLine(message), inner)
    {
    }

    /// <summary>A fault at start that another setting than the path is the way out of.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <param name="fault">What is wrong with it, and what to do; never a secret.</param>
    /// <param name="inner">What it was found by; null if it was looked for.</param>
    internal static StoreStartException About(string setting, string fault, Exception? inner = null) =>
        new($"{setting}: {fault}", inner);

    /// <summary>What SQLite says (<see href="https://www.sqlite.org/rescode.html"/>), in words.</summary>
    internal static StoreStartException From(string path, SqliteException fault) => new(path, InWords(fault), fault);

    private static string InWords(SqliteException fault) => fault.SqliteErrorCode switch
    {
        SQLITE_NOTADB => "the file is not a database, or it is damaged. Name another file, or restore a backup.",
        SQLITE_CORRUPT => "the database is damaged. Restore a backup, or name another file.",
        SQLITE_CANTOPEN or SQLITE_PERM or SQLITE_READONLY =>
            "the file cannot be opened for writing. Let this user write to it and its folder, or name another file.",
        SQLITE_BUSY or SQLITE_LOCKED => "another program has locked the database. Close that program, or name another file.",
        SQLITE_FULL => "the disk is full. Make room, or name a file on another disk.",
        _ => $"the database cannot be used ({fault.Message}). Look at the disk, or name another file.",
    };

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
