using BridgeBot.Core.Framing;
using BridgeBot.Core.Intake;

namespace BridgeBot.Tests.Intake;

/// <summary>A rep's walk through a dialog, step by step. The asks are given, so that no test hangs on how well the engine reads.</summary>
internal sealed class Walk
{
    public const string DialogId = "dialog";

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    public static readonly KindCatalog Kinds = new(
    [
        new("presentation", "Presentation",
        [
            new("customer", "Customer", FieldType.Text, true),
            new("deadline", "Needed by", FieldType.Date, true),
            new("audience", "Who will be in the room", FieldType.Text, false),
            new("worked", "What has worked well lately", FieldType.LongText, false),
        ]),
        new("collateral", "Collateral", [new("customer", "Customer", FieldType.Text, false)]),
        new("question", "Question", []),
        new("other", "Request", [new("worked", "What has worked well lately", FieldType.LongText, false)]),
    ]);

    public static readonly Ask Deck = new(
        "presentation", "I need a stupid deck", "Acme", new DateOnly(2026, 3, 6), [], "Could we have a deck for Acme by 6 March?",
        ["Acme would love a deck by 6 March."]);

    public static readonly Ask Brochure = new(
        "collateral", "The brochure has no pricing", null, null, [], "Could the brochure show pricing?", ["Pricing would help."]);

    public static readonly Ask Price = new("question", "What does it cost", null, null, [], "What does it cost, please?", []);

    private int minutes;

    private Walk(IntakeOutcome first) => Last = first;

    public IntakeOutcome Last { get; private set; }

    public Dialog Dialog => Last.Dialog!;

    public Draft Draft => Last.Dialog!.Draft!;

    public IEnumerable<IntakeNote> Notes => Last.Replies.OfType<SayNote>().Select(note => note.Say);

    public static IntakeContext Context(int minutes = 0) =>
        new(Start.AddMinutes(minutes), new DateOnly(2026, 3, 2), "en-GB", Kinds, DialogId);

    public static Walk Through(params Ask[] asks) => Through(new FramingResult(true, false, new(0, []), [], asks));

    public static Walk Through(FramingResult framed, string text = "What I typed") =>
        new(DialogOpening.Open(null, text, framed, Context()));

    public static Walk Nothing() => new(new(null, []));

    public Walk Press(DialogButton button, params (string Id, string Value)[] values) => Take(new Pressed(
        button, Dialog.Id, Dialog.Revision, values.ToDictionary(value => value.Id, value => value.Value)));

    public Walk Type(string text, params string[] attachments) => Take(new Typed(text, attachments));

    public Walk Take(IntakeInput input)
    {
        Last = IntakeDialog.Step(Last.Dialog, input, Context(++minutes));
        return this;
    }
}
