namespace BridgeBot.Cards.Elements;

// A byte each: most elements have several, and a card has a hundred elements.

internal enum Spacing : byte
{
    None,
    Small,
    Default,
    Medium,
    Large,
}

internal enum TextSize : byte
{
    Small,
    Default,
    Medium,
    Large,
    ExtraLarge,
}

internal enum TextWeight : byte
{
    Default,
    Bolder,
}

internal enum TextColor : byte
{
    Default,
    Accent,
    Good,
    Warning,
    Attention,
}

internal enum TextStyle : byte
{
    Default,
    Heading,
}

internal enum HorizontalAlignment : byte
{
    Left,
    Center,
    Right,
}

internal enum ContainerStyle : byte
{
    Default,
    Emphasis,
    Accent,
    Good,
    Attention,
    Warning,
}

internal enum ActionStyle : byte
{
    Default,
    Positive,
    Destructive,
}

internal enum AssociatedInputs : byte
{
    Auto,
    None,
}
