using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Scriban;
using Scriban.Syntax;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>Compiles the parts of a template file.</summary>
internal static class TemplateCompiler
{
    // Word gives these to every paragraph; a repeated block would repeat them, and they must be unique.
    private static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";

    /// <summary>The parts in the order of the file; those without tags as they are.</summary>
    public static IReadOnlyList<TemplatePart> Compile(Stream docx, string file, Type model, TemplateLimits limits)
    {
        var problems = new List<TemplateProblem>();
        var parts = new List<TemplatePart>();
        try
        {
            using var zip = new ZipArchive(docx, ZipArchiveMode.Read, true);
            foreach (var entry in zip.Entries)
            {
                var bytes = ReadAll(entry, file, limits);
                parts.Add(new TemplatePart(entry.FullName, bytes, HasText(entry.FullName) ? CompilePart(bytes, file, model, problems) : null));
            }
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw new TemplateException([new TemplateProblem("template-damaged", file, 0, "", "", "不是有效的 Word 文档，无法作为模板。请在 Word 中打开并另存为 .docx 后重试。")], e);
        }

        if (!parts.Exists(part => part.Name == "word/document.xml"))
            problems.Add(new TemplateProblem("template-damaged", file, 0, "", "", "不是 Word 文档，无法作为模板。请选择 .docx 文件。"));
        return problems.Count == 0 ? parts : throw new TemplateException(problems);
    }

    private static bool HasText(string name) =>
        name.StartsWith("word/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal)
        && (name is "word/document.xml" or "word/footnotes.xml" or "word/endnotes.xml" || name.StartsWith("word/header", StringComparison.Ordinal) || name.StartsWith("word/footer", StringComparison.Ordinal));

    private static byte[] ReadAll(ZipArchiveEntry entry, string file, TemplateLimits limits)
    {
        using var stream = entry.Open();
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > limits.PartBytes)
                throw new TemplateException([new TemplateProblem("template-too-big", file, 0, "", "", $"模板解压后超过 {limits.PartBytes >> 20} MB。请删去大图片等内容。")]);
        }

        return buffer.ToArray();
    }

    private static Template? CompilePart(byte[] bytes, string file, Type model, List<TemplateProblem> problems)
    {
        using var xml = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var part = XDocument.Load(xml, LoadOptions.PreserveWhitespace);
        if (!TagLifter.Lift(part, file, problems))
            return null;
        part.Root?.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.Namespace == W14 && attribute.Name.LocalName is "paraId" or "textId").Remove();
        var before = problems.Count;
        CheckTags(part, file, model, problems);
        if (problems.Count > before)
            return null;
        var template = Template.Parse(Source(part), file, lexerOptions: new Scriban.Parsing.LexerOptions { KeepTrivia = false });
        foreach (var message in template.Messages)
            problems.Add(new TemplateProblem("template-syntax", file, 0, "", "", $"模板标签有语法错误：{message.Message}"));
        return template.HasErrors ? null : template;
    }

    /// <summary>Checks every tag by itself, so that the message can name its paragraph.</summary>
    private static void CheckTags(XDocument part, string file, Type model, List<TemplateProblem> problems)
    {
        XElement? current = null;
        var checker = new FieldChecker(model, message => problems.Add(Problem("template-unknown-field", file, current, message)));
        foreach (var mark in part.Descendants().Where(element => element.Name.Namespace == TagLifter.Marks))
        {
            current = mark;
            var code = mark.Attribute("code")?.Value ?? "";
            switch (mark.Attribute("kind")?.Value)
            {
                case nameof(TagKind.Open):
                    if (Statement("{{ " + code + " }}{{ end }}", out var fault) is { } block)
                    {
                        checker.TypeOf((block as ScriptIfStatement)?.Condition ?? (ScriptNode?)(block as ScriptForStatement)?.Iterator);
                        if (block is not (ScriptIfStatement or ScriptForStatement))
                            problems.Add(Problem("template-not-allowed", file, mark, "模板里只能使用 if 和 for，不能使用这种语句。"));
                        checker.Enter(block);
                    }
                    else
                    {
                        problems.Add(Problem("template-syntax", file, mark, "标签写法有误：" + fault));
                        checker.Enter(null);
                    }

                    break;
                case nameof(TagKind.Close):
                    checker.Leave();
                    break;
                case nameof(TagKind.Middle):
                    if (code.StartsWith("else if", StringComparison.Ordinal) && Statement("{{ " + code["else ".Length..] + " }}{{ end }}", out _) is ScriptIfStatement elseIf)
                        checker.TypeOf(elseIf.Condition);
                    break;
                default:
                    if (code.StartsWith("include", StringComparison.Ordinal) || code.StartsWith("import", StringComparison.Ordinal))
                        problems.Add(Problem("template-not-allowed", file, mark, "模板里不能引入其他文件。请把内容直接写进模板。"));
                    else if (Statement("{{ " + code + " }}", out fault) is { } statement)
                        checker.TypeOf(statement);
                    else
                        problems.Add(Problem("template-syntax", file, mark, "标签写法有误：" + fault));
                    break;
            }
        }
    }

    private static ScriptStatement? Statement(string source, out string fault)
    {
        var template = Template.Parse(source);
        fault = template.HasErrors ? template.Messages[0].Message : "";
        return template.HasErrors ? null : template.Page?.Body?.Statements.FirstOrDefault(statement => statement is ScriptIfStatement or ScriptForStatement or ScriptExpressionStatement) ?? template.Page?.Body?.Statements.LastOrDefault();
    }

    private static TemplateProblem Problem(string code, string file, XElement? mark, string message) =>
        new(code, file, (int?)mark?.Attribute("paragraph") ?? 0, mark?.Attribute("text")?.Value ?? "", "{{ " + mark?.Attribute("code")?.Value + " }}", message);

    /// <summary>The part's XML as Scriban source: marks become tags, everything else is literal.</summary>
    private static string Source(XDocument part)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None }))
        {
            foreach (var mark in part.Descendants().Where(element => element.Name.Namespace == TagLifter.Marks).ToList())
                mark.ReplaceWith(new XProcessingInstruction("ys", Uri.EscapeDataString(mark.Attribute("code")?.Value ?? "")));
            part.Root?.WriteTo(xml);
        }

        var source = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        var rest = text.ToString();
        var at = 0;
        const string Open = "<?ys ";
        for (var next = rest.IndexOf(Open, StringComparison.Ordinal); next >= 0; next = rest.IndexOf(Open, at, StringComparison.Ordinal))
        {
            source.Append(rest, at, next - at);
            var end = rest.IndexOf("?>", next, StringComparison.Ordinal);
            source.Append("{{ ").Append(Uri.UnescapeDataString(rest[(next + Open.Length)..end])).Append(" }}");
            at = end + 2;
        }

        return source.Append(rest, at, rest.Length - at).ToString();
    }
}

/// <summary>A part of a template: its bytes, and its program where it has tags.</summary>
internal sealed record TemplatePart(string Name, byte[] Bytes, Template? Program);
