using BridgeBot.Core.Threads;

namespace BridgeBot.Core.Intake;

/// <summary>What a step of the dialog comes to.</summary>
/// <param name="Dialog">The dialog afterwards; null if it is over.</param>
/// <param name="Replies">What the rep sees, in order.</param>
/// <param name="Submission">The request that the rep has just agreed to post; null otherwise.</param>
public sealed record IntakeOutcome(Dialog? Dialog, IReadOnlyList<IntakeReply> Replies, Request? Submission = null);

/// <summary>Something that the bot answers in the dialog. What it looks like is for Cards.</summary>
public abstract record IntakeReply;

/// <summary>"I understood three asks", with a line for each.</summary>
public sealed record ShowUnderstood : IntakeReply;

/// <summary>The card of the current step: form, preview or edit box.</summary>
public sealed record ShowStep : IntakeReply;

/// <summary>A short message.</summary>
/// <param name="Say">Which.</param>
/// <param name="Values">What is filled into it, in order: names, numbers; user text among them is shown inert.</param>
public sealed record SayNote(IntakeNote Say, params IReadOnlyList<string> Values) : IntakeReply;

/// <summary>The short messages of the dialog.</summary>
public enum IntakeNote
{
    /// <summary>Nothing was asked for: a kind question what would help.</summary>
    WhatWouldHelp,

    /// <summary>Only emoji, only numbers, nothing readable.</summary>
    CouldNotRead,

    /// <summary>The message is longer than the bot reads; {0} is the limit in characters.</summary>
    TooLong,

    /// <summary>{0}: the names of the attachments that are not kept.</summary>
    AttachmentsNotKept,

    /// <summary>{0}: the label of the required field that is missing.</summary>
    StillMissing,

    /// <summary>{0}: what was typed into a date field and is not a day.</summary>
    NotADay,

    /// <summary>A button of an older card; the current step follows.</summary>
    OldCard,

    /// <summary>A button of a dialog that is over.</summary>
    DialogIsOver,

    /// <summary>The dialog was dropped, nothing was posted; {0}: how many asks were dropped.</summary>
    Cancelled,

    /// <summary>There is no dialog to cancel, skip or go back in.</summary>
    NothingInWork,

    /// <summary>This is the first step.</summary>
    NothingBefore,

    /// <summary>This ask was left out; {0}: its title.</summary>
    Skipped,

    /// <summary>Every ask has been dealt with; {0}: posted, {1}: skipped.</summary>
    AllDone,

    /// <summary>The half-finished dialog has expired; {0}: days.</summary>
    Expired,

    /// <summary>The message was courteous already and is left as it is.</summary>
    AlreadyPositive,

    /// <summary>What can be typed.</summary>
    Help,

    /// <summary>The preview still contains phrases that may land badly; {0}: the phrases. Shown, never forced.</summary>
    MayLandBadly,

    /// <summary>A dialog is open; the new message was not mixed into it. {0}: number of the ask in work, {1}: of how many.</summary>
    FinishFirst,
}
