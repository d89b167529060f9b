using System.Globalization;
using BridgeBot.Cards.Elements;

namespace BridgeBot.Cards;

/// <summary>What the bot does, in two sentences, and three messages to try.</summary>
public static class WelcomeCard
{
    /// <summary>The example messages; a button names its number, from 1.</summary>
    public static IReadOnlyList<string> Examples => [Phrases.WelcomeExample1, Phrases.WelcomeExample2, Phrases.WelcomeExample3];

    /// <summary>Adaptive Card JSON.</summary>
    public static RenderedCard Render() => CardJson.Of(AdaptiveCard.Of(
        Inert.Ours(Summary()),
        [
            Blocks.Title(Phrases.WelcomeTitle),
            Blocks.Text(Phrases.WelcomeText),
            Blocks.Heading(Phrases.WelcomeTry),
            .. Examples.Select((example, index) => Example(index + 1, example)),
        ],
        [.. Examples.Select((_, index) => Try(index + 1))]));

    /// <summary>What a notification shows.</summary>
    public static string Summary() => $"{Phrases.WelcomeTitle}. {Phrases.WelcomeText}";

    private static ColumnSet Example(int number, string text) => new(
        [
            new("20px", [new TextBlock(Number(number)) { Weight = TextWeight.Bolder, Color = TextColor.Accent }]),
            new("stretch", [Blocks.Said(Inert.Ours(text))]),
        ])
    {
        Spacing = Spacing.Small,
    };

    private static ExecuteAction Try(int number) => new(
        Phrase.Of(Phrases.WelcomeTryButton, number),
        Verbs.TryExample,
        [(Verbs.Example, Number(number))]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
