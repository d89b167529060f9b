namespace BridgeBot.Cards.Elements;

internal enum Spacing
{
    None,
    Small,
    Default,
    Medium,
    Large,
}

internal enum TextSize
{
    Small,
    Default,
    Medium,
    Large,
    ExtraLarge,
}

internal enum TextWeight
{
    Default,
    Bolder,
}

internal enum TextColor
{
    Default,
    Accent,
    Good,
    Warning,
    Attention,
}

internal enum TextStyle
{
    Default,
    Heading,
}

internal enum HorizontalAlignment
{
    Left,
    Center,
    Right,
}

internal enum ContainerStyle
{
    Default,
    Emphasis,
    Accent,
    Good,
    Attention,
    Warning,
}

internal enum ActionStyle
{
    Default,
    Positive,
    Destructive,
}

internal enum AssociatedInputs
{
    Auto,
    None,
}
