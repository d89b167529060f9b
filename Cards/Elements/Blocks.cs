namespace BridgeBot.Cards.Elements;

/// <summary>The handful of looks that all cards share.</summary>
internal static class Blocks
{
    private const string LabelWidth = "110px";

    /// <summary>The card's name, in our words.</summary>
    public static TextBlock Title(string text) =>
        new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder, Style = TextStyle.Heading };

    /// <summary>The card's name, with user text in it.</summary>
    public static RichTextBlock Title(Inert text) => new([new(text) { Size = TextSize.Large, Weight = TextWeight.Bolder }]);

    /// <summary>The name of a part of the card.</summary>
    public static TextBlock Heading(string text) => new(text) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    public static TextBlock Text(string text) => new(text);

    /// <summary>Something said in passing.</summary>
    public static TextBlock Aside(string text) => new(text) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };

    /// <summary>User text.</summary>
    public static RichTextBlock Said(Inert text) => new([new(text)]);

    /// <summary>User text, in passing.</summary>
    public static RichTextBlock SaidAside(Inert text) =>
        new([new(text) { IsSubtle = true, Size = TextSize.Small }]) { Spacing = Spacing.Small };

    /// <summary>A label and what it stands for; a FactSet would read a user's value as markdown.</summary>
    public static ColumnSet Row(Inert label, params IReadOnlyList<CardElement> values) =>
        new([new(LabelWidth, [new RichTextBlock([new(label) { IsSubtle = true }])]), new("stretch", values)])
        {
            Spacing = Spacing.Small,
        };

    public static ColumnSet Row(string label, params IReadOnlyList<CardElement> values) => Row(Inert.Ours(label), values);

    /// <summary>A background that keeps a text together.</summary>
    public static Container Panel(ContainerStyle style, params IReadOnlyList<CardElement> items) =>
        new(items) { Style = style, Spacing = Spacing.Medium };
}
