using BridgeBot.Core.Intake;

namespace BridgeBot.Cards;

/// <content>The notes of the dialog.</content>
public static partial class Messages
{
    /// <summary>A note of the dialog; a value that is missing reads as nothing.</summary>
    public static string For(SayNote note) => note.Say switch
    {
        IntakeNote.WhatWouldHelp => Phrases.NoteWhatWouldHelp,
        IntakeNote.CouldNotRead => Phrases.NoteCouldNotRead,
        IntakeNote.TooLong => Fill(Phrases.NoteTooLong, Value(note, 0)),
        IntakeNote.AttachmentsNotKept => AttachmentsNotKept(note.Values),
        IntakeNote.StillMissing => Fill(Phrases.NoteStillMissing, Value(note, 0)),
        IntakeNote.NotADay => Fill(Phrases.NoteNotADay, Value(note, 0)),
        IntakeNote.OldCard => Phrases.NoteOldCard,
        IntakeNote.DialogIsOver => Phrases.NoteDialogIsOver,
        IntakeNote.Cancelled => Cancelled(Value(note, 0)),
        IntakeNote.NothingInWork => Phrases.NoteNothingInWork,
        IntakeNote.NothingBefore => Phrases.NoteNothingBefore,
        IntakeNote.Skipped => Fill(Phrases.NoteSkipped, Value(note, 0)),
        IntakeNote.AllDone => AllDone(Value(note, 0), Value(note, 1)),
        IntakeNote.Expired => Fill(Phrases.NoteExpired, Value(note, 0)),
        IntakeNote.AlreadyPositive => Phrases.NoteAlreadyPositive,
        IntakeNote.Help => PersonalHelp,
        IntakeNote.MayLandBadly => Fill(Phrases.NoteMayLandBadly, List(note.Values)),
        IntakeNote.FinishFirst => Fill(Phrases.NoteFinishFirst, Value(note, 0), Value(note, 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(note), note.Say, "a note without words"),
    };

    private static string Cancelled(Inert asks) => asks.Value is "" or "0" or "1"
        ? Phrases.NoteCancelledOne
        : Fill(Phrases.NoteCancelledMany, asks);

    private static string AllDone(Inert posted, Inert skipped) => (posted.Value, skipped.Value) switch
    {
        ("0" or "", _) => Phrases.NoteAllDoneNothing,
        (_, "0" or "") => Phrases.NoteAllDonePosted,
        _ => Fill(Phrases.NoteAllDone, posted, skipped),
    };

    private static Inert Value(SayNote note, int index) =>
        index < note.Values.Count ? Inert.Line(note.Values[index]) : default;
}
