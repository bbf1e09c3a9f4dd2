namespace YiyuanSafety.Drafting.Collecting;

/// <summary>How much of a workbook is taken in before it is refused; the defaults fit any real one.</summary>
public sealed record WorkbookLimits
{
    /// <summary>Largest file, bytes.</summary>
    public int FileBytes { get; init; } = 20 << 20;

    /// <summary>Most parts of an .xlsx or entries of an .xls.</summary>
    public int Parts { get; init; } = 2_000;

    /// <summary>Largest unpacked part that is no sheet, bytes.</summary>
    public int PartBytes { get; init; } = 32 << 20;

    /// <summary>Largest unpacked sheet, bytes: a million empty rows fit.</summary>
    public int SheetBytes { get; init; } = 128 << 20;

    /// <summary>Most bytes unpacked in all.</summary>
    public long AllBytes { get; init; } = 288 << 20;

    /// <summary>Most sheets.</summary>
    public int Sheets { get; init; } = 200;

    /// <summary>Most rows of a sheet that have any content; empty ones count for nothing.</summary>
    public int Rows { get; init; } = 20_000;

    /// <summary>Most cells of the workbook that have any content.</summary>
    public int Cells { get; init; } = 400_000;

    /// <summary>Most characters of text in the workbook.</summary>
    public int Characters { get; init; } = 32_000_000;

    /// <summary>Most cells covered by merging, in the first columns of merged regions and beside rows with content.</summary>
    public int Merged { get; init; } = 400_000;

    /// <summary>Most records of an .xls.</summary>
    public int Records { get; init; } = 1_000_000;
}
