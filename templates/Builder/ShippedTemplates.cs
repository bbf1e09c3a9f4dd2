namespace YiyuanSafety.Templates;

/// <summary>The templates that ship, by file name.</summary>
public static class ShippedTemplates
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, TemplatePackage> All { get; } = new Dictionary<string, TemplatePackage>
    {
        ["notice.docx"] = NoticeTemplate.Make(),
        ["supervision-letter.docx"] = SupervisionLetterTemplate.Make(),
        ["task-sheet.docx"] = TaskSheetTemplate.Make(),
    };
}
