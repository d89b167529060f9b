using BridgeBot.Core.Threads;
using BridgeBot.Host.Privacy;
using BridgeBot.Host.Storage;
using BridgeBot.Host.Turns;
using BridgeBot.Tests.Storage;
using static BridgeBot.Tests.Storage.SamInTheStore;

namespace BridgeBot.Tests.Privacy;

/// <summary>Where somebody's name was typed, so that whoever erases them can look.</summary>
public sealed class MentionsTests
{
    [Test]
    public async Task Find_ANameThatStandsBelowACardAlone_NamesTheRequest()
    {
        await using var store = await NewStore.OfAsync(StorageOptions.Sqlite);
        await FillAsync(store.Store);
        var said = new Remarked(Now, Maria, "Robin promised this to the customer.");
        await WriteAsync(store.Store, Marias, (Keys.Event("t4", 9), StateJson.Write<ThreadEvent>(said)));
        var (reference, words) = (await Mentions.FindAsync(store.Store, ["Robin Rep"], default)).Single();

        Assert.That((reference, words.Single()), Is.EqualTo(("BR-444444", "Robin")));
    }
}
