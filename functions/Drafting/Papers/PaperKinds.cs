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
        new(PaperKind.DeploymentNotice, "deployment-notice", "工作部署通知", "deployment-notice.docx", typeof(DeploymentNotice)),
        new(PaperKind.ListedNotice, "listed-notice", "挂牌督办通知", "listed-notice.docx", typeof(ListedNotice)),
        new(PaperKind.SupervisionLetter, "supervision-letter", "督办函", "supervision-letter.docx", typeof(TaskLetter)),
        new(PaperKind.ReminderLetter, "reminder-letter", "提醒函", "reminder-letter.docx", typeof(TaskLetter)),
        new(PaperKind.TaskSheet, "task-sheet", "任务清单", "task-sheet.docx", typeof(TaskSheet)),
        new(PaperKind.WideTaskSheet, "task-sheet-wide", "任务清单（横排）", "task-sheet-wide.docx", typeof(TaskSheet)),
        new(PaperKind.Bulletin, "bulletin", "通报", "bulletin.docx", typeof(Bulletin)),
        new(PaperKind.ProgressBulletin, "progress-bulletin", "进展情况通报", "progress-bulletin.docx", typeof(ProgressBulletin)),
        new(PaperKind.Minutes, "minutes", "会议纪要", "minutes.docx", typeof(Minutes)),
    ];

    /// <summary>The row of a kind; null for a kind that is no Word paper.</summary>
    public static WordKind? Find(PaperKind kind) => All.FirstOrDefault(row => row.Kind == kind);

    /// <summary>The row that a person names, by name, id or file name; null for none.</summary>
    public static WordKind? Find(string name) => All.FirstOrDefault(row =>
        row.Name == name || row.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || row.File.Equals(name, StringComparison.OrdinalIgnoreCase));
}
