using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BridgeBot.Cards.Elements;

/// <summary>Writes cards as JSON, small enough for every client.</summary>
internal static class CardJson
{
    /// <summary>
    /// UTF-8 bytes of a card. Messages of 28 KB are shown by every client; newer ones take up to 100 KB as UTF-16
    /// (<see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages"/>).
    /// </summary>
    public const int MostBytes = 24_000;

    /// <summary>UTF-16 code units of a card: the 40 KB of that page's earlier editions, less the activity around the card.</summary>
    public const int MostUnits = 19_000;

    /// <summary>How much of each user text is shown, in UTF-16 code units: all of it, or less if the card would be too large.</summary>
    private static readonly int[] Allowances = [int.MaxValue, 1_500, 700, 300, 100, 30];

    /// <summary>Letters of other scripts stay letters; a card is never put into HTML.</summary>
    private static readonly CardJsonContext Context = new(new JsonSerializerOptions(CardJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static RenderedCard Of(AdaptiveCard card) => new(JsonSerializer.SerializeToUtf8Bytes(card, Context.AdaptiveCard));

    /// <summary>Builds the card with as much of each user text as fits.</summary>
    /// <param name="build">Makes the card; the argument is the most UTF-16 code units to show of one user text.</param>
    public static RenderedCard Fit(Func<int, AdaptiveCard> build)
    {
        RenderedCard card = null!;
        foreach (var allowance in Allowances)
        {
            card = Of(build(allowance));
            if (card.Utf8.Length <= MostBytes && Encoding.UTF8.GetCharCount(card.Utf8.Span) <= MostUnits)
            {
                break;
            }
        }

        return card;
    }
}

[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
