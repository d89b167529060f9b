using System.Reflection;
using BridgeBot.Cards;
using BridgeBot.Host.Storage;
using BridgeBot.Tests.Turns;
using Microsoft.Data.Sqlite;
using static BridgeBot.Tests.Turns.Someone;

namespace BridgeBot.Tests.Faults;

/// <summary>The SQLite file cannot grow any more: the person is told to try again, nothing half-done is left, and once there is room the
/// bot needs nobody's help.</summary>
internal sealed class FullDiskTests : StoryFixture
{
    private static readonly string Wording = string.Concat(Enumerable.Repeat("Could we have it? ", 200));

    [Test]
    public async Task Click_DiskIsFull_PersonIsToldToTryAgain()
    {
        var edit = await EditAsync();
        await FillTheDiskAsync();

        Assert.That((await SaveAsync(edit)).ToString(), Does.Contain(Messages.TryAgain[..10]));
    }

    [Test]
    public async Task Click_DiskIsFull_NothingHalfDoneIsLeft()
    {
        var edit = await EditAsync();
        await FillTheDiskAsync();
        var before = Bot.StoredRows().Where(row => row.Partition.StartsWith("r-", StringComparison.Ordinal)).ToList();
        await SaveAsync(edit);

        Assert.That(Bot.StoredRows().Where(row => row.Partition.StartsWith("r-", StringComparison.Ordinal)), Is.EqualTo(before));
    }

    [Test]
    public async Task Click_ThereIsRoomAgain_IsTaken()
    {
        var edit = await EditAsync();
        await FillTheDiskAsync();
        await SaveAsync(edit);
        MayHavePages(1_000_000);

        Assert.That((await SaveAsync(edit)).Card?.Find(Story.Preview), Is.Not.Null);
    }

    private async Task<Card> EditAsync()
    {
        var preview = await Bot.ComposeAsync();
        var edit = (await Bot.ClickAsync(Sam, Sam.Chat, preview["dialog.Edit"])).Card!;
        await Bot.SettledAsync();
        return edit;
    }

    private Task<Answer> SaveAsync(Card edit) => Bot.ClickAsync(Sam, Sam.Chat, edit["dialog.SaveEdit"], null, (Verbs.InputText, Wording));

    /// <summary>Leaves no page, and little room in those that are there.</summary>
    private async Task FillTheDiskAsync()
    {
        MayHavePages(1);
        var row = 0;
        foreach (var size in (int[])[50_000, 3_000, 500])
        {
            try
            {
                while (true) await Bot.Store.CommitAsync("full", [new Insert($"{row++}", new string('x', size))], CancellationToken.None);
            }
            catch (StoreUnavailableException)
            {
                // As full as that.
            }
        }
    }

    /// <summary>As a full disk: SQLite's own limit, which holds for the connection that writes alone and is never below what is there
    /// (<see href="https://www.sqlite.org/pragma.html#pragma_max_page_count"/>).</summary>
    private void MayHavePages(int pages)
    {
        var writer = Field(Bot.Store, "_writer");
        using var command = ((SqliteConnection)Field(Field(writer, "_batch"), "_connection")).CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {pages}";
        command.ExecuteNonQuery();
    }

    private static object Field(object of, string name) =>
        of.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(of)!;
}
