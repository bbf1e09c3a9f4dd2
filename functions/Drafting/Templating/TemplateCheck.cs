using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>Checks a template for the person who edits it, more thoroughly and more slowly than compiling does.</summary>
public static class TemplateCheck
{
    private const int MostSchemaErrors = 20;

    /// <summary>All problems of a template: tags and names, and the Open XML schema; empty when it may be used.</summary>
    /// <param name="docx">The template file.</param>
    /// <param name="name">Its file name, for messages.</param>
    /// <param name="model">The draft-model record.</param>
    public static IReadOnlyList<TemplateProblem> Of(Stream docx, string name, Type model)
    {
        using var copy = new MemoryStream();
        docx.CopyTo(copy);
        copy.Position = 0;
        try
        {
            WordTemplate.Compile(copy, name, model);
            copy.Position = 0;
            return Schema(copy, name);
        }
        catch (TemplateException e)
        {
            return e.Problems;
        }
    }

    private static List<TemplateProblem> Schema(Stream docx, string name)
    {
        try
        {
            using var document = WordprocessingDocument.Open(docx, false);
            return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Take(MostSchemaErrors).Select(e =>
                new TemplateProblem(TemplateCodes.BrokenPart, name, e.Part?.Uri.ToString() ?? "", 0, "", "",
                    $"不合 Open XML 规范（{e.Path?.XPath}：{e.Description}）。请用 Word 打开后另存一次。"))];
        }
        catch (OpenXmlPackageException e)
        {
            return [new TemplateProblem(TemplateCodes.NotAWordFile, name, "", 0, "", "", $"不是完好的 Word 文件（{e.Message}）。请用 Word 打开后另存为 .docx。")];
        }
    }
}
