namespace BridgeBot.Core.Intake;

/// <summary>What a step must know beside the dialog and the input.</summary>
/// <param name="Now">UTC instant.</param>
/// <param name="Today">The rep's own day.</param>
/// <param name="Locale">The rep's locale, a BCP 47 tag.</param>
/// <param name="Kinds">The configured kinds.</param>
/// <param name="NewDialogId">A random id, in case a dialog begins.</param>
public sealed record IntakeContext(DateTimeOffset Now, DateOnly Today, string Locale, KindCatalog Kinds, string NewDialogId);
