namespace YiyuanSafety.Drafting.Papers;

/// <summary>A kind of paper that is made from a Word template.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Id">What programs call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="File">Its template's file name.</param>
/// <param name="Model">The record that gives its fields.</param>
public sealed record WordKind(PaperKind Kind, string Id, string Name, string File, Type Model);

/// <summary>The kinds that are made from Word templates, one row each.</summary>
public static class PaperKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WordKind> All { get; } =
    [
        new(PaperKind.Notice, "notice", "通知", "notice.docx", typeof(Notice)),
        new(PaperKind.SupervisionLetter, "supervision-letter", "督办函", "supervision-letter.docx", typeof(SupervisionLetter)),
        new(PaperKind.TaskSheet, "task-sheet", "任务清单", "task-sheet.docx", typeof(TaskSheet)),
    ];

    /// <summary>The row that a person names, by name, id or file name; null for none.</summary>
    public static WordKind? Find(string name) => All.FirstOrDefault(row =>
        row.Name == name || row.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || row.File.Equals(name, StringComparison.OrdinalIgnoreCase));
}
