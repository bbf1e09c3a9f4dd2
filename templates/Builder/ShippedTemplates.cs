namespace YiyuanSafety.Templates;

/// <summary>The templates that ship, by file name.</summary>
public static class ShippedTemplates
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, TemplatePackage> All { get; } = new Dictionary<string, TemplatePackage>
    {
        ["notice.docx"] = NoticeTemplate.Make(),
        ["deployment-notice.docx"] = DeploymentNoticeTemplate.Make(),
        ["listed-notice.docx"] = ListedNoticeTemplate.Make(),
        ["supervision-letter.docx"] = LetterTemplate.Supervision(),
        ["reminder-letter.docx"] = LetterTemplate.Reminder(),
        ["task-sheet.docx"] = TaskSheetTemplate.MakeUpright(),
        ["task-sheet-wide.docx"] = TaskSheetTemplate.MakeWide(),
        ["bulletin.docx"] = BulletinTemplate.Make(),
        ["progress-bulletin.docx"] = ProgressBulletinTemplate.Make(),
        ["minutes.docx"] = MinutesTemplate.Make(),
    };
}
