namespace BridgeBot.Cards.Elements;

/// <summary>The few elements of a card's body that BridgeBot uses (<see href="https://adaptivecards.io/explorer/"/>).</summary>
internal abstract record CardElement
{
    public Spacing? Spacing { get; init; }

    public bool? Separator { get; init; }
}

/// <summary>Text of ours; renderers read it as markdown, so nothing that a user typed may come in here.</summary>
internal sealed record TextBlock(string Text) : CardElement
{
    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public bool? IsSubtle { get; init; }

    /// <summary><c>heading</c>, so that screen readers can jump to it.</summary>
    public TextStyle? Style { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

/// <summary>Text in which markdown means nothing: the only place for what users typed.</summary>
internal sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement;

/// <summary>A stretch of text in one style.</summary>
internal sealed record TextRun(Inert Text)
{
    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public bool? IsSubtle { get; init; }

    public bool? Highlight { get; init; }

    public bool? Italic { get; init; }

    /// <summary>What pressing the text does; null for nothing.</summary>
    public CardAction? SelectAction { get; init; }
}

/// <summary>A picture.</summary>
/// <param name="Url">A data: address of ours.</param>
/// <param name="AltText">The same in words.</param>
internal sealed record Image(string Url, string AltText) : CardElement;

/// <summary>A bar chart, as Teams draws it
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards"/>).</summary>
/// <param name="Title">What it shows, in our words.</param>
/// <param name="Data">The bars.</param>
/// <param name="Fallback">What a client shows that has no charts.</param>
internal sealed record VerticalBarChart(string Title, IReadOnlyList<ChartBar> Data, CardElement Fallback) : CardElement;

/// <summary>One bar.</summary>
internal sealed record ChartBar(string X, int Y);

/// <summary>Elements on a background.</summary>
internal sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public ContainerStyle? Style { get; init; }
}

/// <summary>Elements side by side.</summary>
internal sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement;

/// <summary>One column.</summary>
/// <param name="Width"><c>stretch</c>, <c>auto</c> or pixels (<c>110px</c>).</param>
/// <param name="Items">What stands in it.</param>
internal sealed record Column(string Width, IReadOnlyList<CardElement> Items)
{
    public ContainerStyle? Style { get; init; }
}

/// <summary>What a person fills in.</summary>
internal abstract record InputElement(string Id, Inert Label) : CardElement
{
    public bool? IsRequired { get; init; }

    public Inert? ErrorMessage { get; init; }
}

/// <summary>A line or box to write in.</summary>
internal sealed record TextInput(string Id, Inert Label) : InputElement(Id, Label)
{
    public Inert? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsMultiline { get; init; }

    /// <summary>UTF-16 code units.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>A day.</summary>
internal sealed record DateInput(string Id, Inert Label) : InputElement(Id, Label)
{
    /// <summary>yyyy-MM-dd.</summary>
    public string? Value { get; init; }
}

/// <summary>One of several.</summary>
internal sealed record ChoiceSet(string Id, Inert Label, IReadOnlyList<Choice> Choices) : InputElement(Id, Label)
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>Where Teams takes more choices from.</summary>
    public PeopleQuery? People { get; init; }
}

/// <summary>Makes a people picker of a choice; what it sends is an Entra object id
/// (<see href="https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker"/>).</summary>
internal sealed record PeopleQuery(string Dataset)
{
    /// <summary>The members of the chat or channel in which the card is.</summary>
    public static readonly PeopleQuery OfTheConversation = new("graph.microsoft.com/users?scope=currentContext");
}

/// <summary>One choice.</summary>
internal sealed record Choice(Inert Title, string Value);
