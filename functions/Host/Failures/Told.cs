using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.Drafting.Regions;
using YiyuanSafety.Drafting.Templating;
using YiyuanSafety.Filing.Drives;
using YiyuanSafety.Host.Access;
using YiyuanSafety.Host.Office;
using YiyuanSafety.Host.Output;
using YiyuanSafety.Host.Service;
using YiyuanSafety.Ledger;
using YiyuanSafety.Ledger.Archiving;
using YiyuanSafety.WorkPoints;
using YiyuanSafety.WorkPoints.Calendar;
using YiyuanSafety.WorkPoints.Directory;
using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.Host.Failures;

/// <summary>Whose turn it is when something cannot be done.</summary>
internal enum Cause
{
    /// <summary>What was asked for is wrong: options, settings, orders, names of tasks.</summary>
    WrongUse,

    /// <summary>There is no such row.</summary>
    NotFound,

    /// <summary>The row changed since it was read.</summary>
    Stale,

    /// <summary>The row is not in a state for that.</summary>
    WrongState,

    /// <summary>The input cannot be read.</summary>
    UnreadableInput,

    /// <summary>The output cannot be written, or not all of it.</summary>
    UnwritableOutput,

    /// <summary>Another system, such as a shared drive, would not.</summary>
    OtherSystem,

    /// <summary>The machine lacks a program that is needed.</summary>
    MissingProgram,
}

/// <summary>An error that a person can mend, as it is told. All others are faults of the program or of the machine and stay visible.</summary>
/// <param name="Cause">Whose turn it is.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">A Chinese sentence: what happened, where, what to do.</param>
internal sealed record Told(Cause Cause, string Code, string Message)
{
    /// <summary>The error as it is told; null for one that no person can mend.</summary>
    public static Told? Of(Exception error) => error switch
    {
        UnreadableSourceException e => new(Cause.UnreadableInput, e.Code, e.Message),
        PaperFileException e => new(Cause.UnreadableInput, e.Code, e.Message),
        TasksFileException e => new(Cause.UnreadableInput, e.Code, e.Message),
        DirectoryException e => new(Cause.WrongUse, e.Code, e.Message),
        CalendarException e => new(Cause.WrongUse, CalendarException.Code, e.Message),
        ProfileException e => new(Cause.WrongUse, e.Code, e.Message),
        UnknownTaskException e => new(Cause.WrongUse, "task-unknown", e.Message),
        OrderException e => new(Cause.WrongUse, e.Code, e.Message),
        TemplateException e => new(Cause.WrongUse, e.Code, e.Message),
        OfficeException e => new(Cause.MissingProgram, e.Code, e.Message),
        ListenException e => new(Cause.WrongUse, e.Code, e.Message),
        AccessSettingsException e => new(Cause.WrongUse, e.Code, e.Message),
        SettingsException e => new(Cause.WrongUse, e.Code, e.Message),
        OutputException e => new(Cause.UnwritableOutput, e.Code, e.Message),
        DriveException e => new(OfDrive(e.Code), e.Code, e.Message),
        ArchiveException e => new(Cause.UnreadableInput, ArchiveException.Code, e.Message),
        LedgerException e => new(OfLedger(e.Code), e.Code, e.Message),
        _ => null,
    };

    private static Cause OfDrive(string code) => code switch
    {
        DriveCodes.Invalid => Cause.WrongUse,
        DriveCodes.NotFound => Cause.NotFound,
        _ => Cause.OtherSystem,
    };

    private static Cause OfLedger(string code) => code switch
    {
        LedgerCodes.NotFound => Cause.NotFound,
        LedgerCodes.Stale => Cause.Stale,
        LedgerCodes.WrongState or LedgerCodes.HandEdited => Cause.WrongState,
        _ => Cause.WrongUse,
    };
}
