namespace BridgeBot.Tests.Cards;

/// <summary>What users type, wherever a card shows it.</summary>
internal sealed record CardTexts(string Name, string Title, string Text, string Original, string Short)
{
    public static CardTexts Normal { get; } = new(
        "Sam Sales",
        "Presentation for Acme",
        "Thank you for taking this on. Acme would like a tailored presentation on our services by next Friday, and a version with "
            + "their own figures would help them decide. Could you put one together?",
        "The new packaging brochure is useless, it never has the pricing customers ask for. Why can't we advertise in Packaging "
            + "World, Acme reads it! And Acme wants a tailored presentation on our services by next Friday.",
        "Acme");

    /// <summary>As long as a reason, question or answer may be.</summary>
    public static CardTexts Long { get; } = new(
        "Wolfeschlegelsteinhausenbergerdorff Maximiliana Konstantinopolitanische",
        Repeat("Presentation for the packaging division ", 200),
        Repeat("A tailored presentation with every figure that they asked for. ", 2_000),
        Repeat("It never has the pricing that customers ask for, never. ", 2_000),
        Repeat("Acme Packaging Holding of North America ", 200));

    /// <summary>Three bytes a letter, and no spaces.</summary>
    public static CardTexts Ideographs { get; } = new(
        Repeat("\u5c71\u7530", 20),
        Repeat("\u8cc7\u6599\u306e\u3054\u4f9d\u983c", 200),
        Repeat("\u6765\u9031\u306e\u91d1\u66dc\u65e5\u307e\u3067\u306b\u8cc7\u6599\u3092\u304a\u9858\u3044\u3057\u307e\u3059", 2_000),
        Repeat("\u4fa1\u683c\u304c\u8f09\u3063\u3066\u3044\u306a\u3044", 2_000),
        Repeat("\u5305\u88c5", 100));

    /// <summary>Everything that renderers react to, at once.</summary>
    public static CardTexts Hostile { get; } = Same(
        "<at>Maria</at> [win](https://evil.example) {{DATE(2026-11-23T10:00:00Z, SHORT)}} **bold** <img src=x onerror=alert(1)> "
        + "\u202eesrever\u202c " + new string('o', 120) + " # h\n- item\n\n\n\n\n1. one");

    /// <summary>The same text everywhere.</summary>
    public static CardTexts Same(string text) => new(text, text, text, text, text);

    private static string Repeat(string text, int length) =>
        string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];
}
