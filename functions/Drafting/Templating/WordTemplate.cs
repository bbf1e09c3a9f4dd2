using System.Diagnostics;
using Scriban.Runtime;
using Scriban.Syntax;
using YiyuanSafety.Drafting.Charts;
using YiyuanSafety.Drafting.Templating.Package;
using YiyuanSafety.Drafting.Templating.Rendering;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>A Word template compiled once and rendered many times, from several threads if need be.</summary>
public sealed class WordTemplate
{
    private readonly string name;
    private readonly Type model;
    private readonly TemplateLimits limits;
    private readonly IReadOnlyList<ZipPart> parts;
    private readonly Dictionary<string, PartProgram> programs;
    private readonly UsedIds used;
    private readonly string mainPart;
    private readonly int firstChart;
    private readonly IReadOnlyDictionary<string, string> customParts;

    private WordTemplate(string name, Type model, TemplateLimits limits, WordPackage package, Dictionary<string, PartProgram> programs, UsedIds used)
    {
        (this.name, this.model, this.limits, this.programs, this.used) = (name, model, limits, programs, used);
        (parts, mainPart, customParts) = (package.Parts, package.Stories[0].Part.Name, package.CustomParts);
        firstChart = ChartShelf.FirstFree(parts);
    }

    /// <summary>Compiles a template.</summary>
    /// <param name="docx">The template file.</param>
    /// <param name="name">Its file name, for messages.</param>
    /// <param name="model">The draft-model record whose <see cref="FieldAttribute"/> properties are the fields, in snake_case.</param>
    /// <exception cref="TemplateException">With all problems of the template at once.</exception>
    public static WordTemplate Compile(Stream docx, string name, Type model) => Compile(docx, name, model, TemplateLimits.Default);

    /// <summary>Compiles a template under given limits.</summary>
    /// <inheritdoc cref="Compile(Stream, string, Type)"/>
    public static WordTemplate Compile(Stream docx, string name, Type model, TemplateLimits limits)
    {
        var package = Open(docx, name, limits);
        var problems = new List<TemplateProblem>();
        var programs = new Dictionary<string, PartProgram>(StringComparer.Ordinal);
        var ids = new UsedIdReader();
        foreach (var (part, place, bytes) in package.Stories)
        {
            var found = new ProblemList(name, place);
            if (new StoryCompiler(model, limits, found, ids).Compile(part, place, bytes) is { } program)
                programs[part.Name] = program;
            problems.AddRange(found.All);
        }
        return problems.Count > 0 ? throw new TemplateException(problems) : new WordTemplate(name, model, limits, package, programs, ids.Used);
    }

    /// <summary>Writes the document for one draft.</summary>
    /// <param name="draft">A draft of the type the template was compiled for.</param>
    /// <param name="output">Where the .docx goes; nothing is written when rendering fails.</param>
    /// <param name="paper">Identity of the paper, which the tags of its managed regions name: <c>ys:1:*:tasks</c> in the template
    /// becomes <c>ys:1:3f9a0c51be27:tasks</c>. Empty leaves the tags as they are.</param>
    /// <param name="custom">A custom part to be written with the document; null leaves the template's.</param>
    /// <exception cref="TemplateException">A limit was exceeded, or a tag failed on this draft's data.</exception>
    /// <exception cref="ArgumentException">The draft is of another type.</exception>
    public void Render(object draft, Stream output, string paper = "", CustomPart? custom = null)
    {
        if (!model.IsInstanceOfType(draft))
            throw new ArgumentException($"The template was compiled for {model.Name}, not for {draft.GetType().Name}.", nameof(draft));
        var clock = Stopwatch.StartNew();
        var scope = DraftScope.Of(draft);
        var ids = new UniqueIds(used, paper);
        var charts = new ChartShelf(mainPart, firstChart);
        using var main = custom is null ? null : new MemoryStream();
        var rendered = new ZipPart[parts.Count];
        for (var i = 0; i < rendered.Length; i++)
        {
            var part = parts[i];
            rendered[i] = programs.TryGetValue(part.Name, out var program)
                ? Render(program, scope, ids, clock, part.Name == mainPart ? charts : null, part.Name == mainPart ? main : null)
                : part;
        }

        if (custom is not null && main is not null)
        {
            var text = main.Length > 0 ? main.GetBuffer().AsMemory(0, (int)main.Length) : ZipReading.Unpack(parts.First(part => part.Name == mainPart));
            var at = Enumerable.Range(0, rendered.Length).First(i => parts[i].Name == custom.Name);
            rendered[at] = ZipWriting.Pack(custom.Name, custom.Write(text));
        }

        ZipWriting.Write(charts.IsEmpty ? rendered : charts.AddTo(rendered), output);
    }

    /// <summary>The custom XML part whose root is in a namespace; null where the template has none.</summary>
    public string? CustomPartOf(string xmlNamespace) => customParts.GetValueOrDefault(xmlNamespace);

    private ZipPart Render(PartProgram program, ScriptObject scope, UniqueIds ids, Stopwatch clock, ChartShelf? charts, MemoryStream? copy)
    {
        using var output = new PartOutput(program, ids, limits.OutputBytes, charts, copy);
        var context = new RenderContext(limits, clock);
        context.PushGlobal(scope);
        context.PushGlobal(new ScriptObject());
        context.PushOutput(output);
        try
        {
            program.Template.Render(context);
            return output.Finish();
        }
        catch (Exception e) when (e is ScriptRuntimeException or OutputLimitException or LabelTooLongException or OperationCanceledException or InvalidCastException or FormatException or ArgumentException)
        {
            throw RenderFaults.Of(name, program, limits, context.CurrentSpan, e);
        }
    }

    private static WordPackage Open(Stream docx, string name, TemplateLimits limits)
    {
        try
        {
            using var file = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = docx.Read(buffer)) > 0;)
            {
                file.Write(buffer, 0, read);
                if (file.Length > limits.FileBytes)
                    throw TemplateException.OfFile(name, TemplateCodes.TooLarge, $"文件超过 {limits.FileBytes >> 20} MB，请压缩图片后再试。");
            }
            return WordPackage.Open(file.GetBuffer().AsMemory(0, (int)file.Length), name, limits);
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or OverflowException or UriFormatException)
        {
            throw TemplateException.OfFile(name, TemplateCodes.NotAWordFile, $"不是完好的 Word 文件（{e.Message}）。请用 Word 打开后另存为 .docx。", inner: e);
        }
    }
}
