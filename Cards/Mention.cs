using System.Text;

namespace BridgeBot.Cards;

/// <summary>Somebody who is notified of a card, as configured.</summary>
/// <param name="Id">The id that Teams knows the person by: an Entra object id, a user principal name, or 29:...</param>
/// <param name="Name">The name that is shown.</param>
public sealed record Mention(string Id, string Name)
{
    private const int LongestName = 60;

    /// <summary>The name without what markdown or a tag could be made of, since a mention only works in a TextBlock.</summary>
    internal string PlainName
    {
        get
        {
            var plain = new StringBuilder(Name.Length);
            foreach (var rune in Inert.Line(Name, LongestName).Value.EnumerateRunes())
            {
                plain.Append(Rune.IsLetterOrDigit(rune) || rune.Value is '\'' or '-' ? rune.ToString() : " ");
            }

            return plain.ToString().Trim();
        }
    }

    /// <summary>The same text in the card and in its entity makes the mention.</summary>
    internal string Markup => $"<at>{PlainName}</at>";
}
