using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using YiyuanSafety.Filing.Drives;

namespace YiyuanSafety.Filing.Places;

/// <summary>
/// Where papers belong on a drive, as the office wants it: a Scriban pattern such as <see cref="Usual"/>. Values never make folders: a / in a
/// title is no folder. Folders whose name comes out empty are left out.
/// </summary>
public sealed class PathPattern
{
    /// <summary>Where papers belong unless the office says otherwise.</summary>
    public const string Usual = "{{year}}年/{{kind}}/{{department}}/{{number}} {{title}}.docx";

    /// <summary>Where the register lies unless the office says otherwise.</summary>
    public const string UsualRegister = "{{year}}年/发文登记簿.xlsx";

    /// <summary>Most characters of a whole place: SharePoint takes 400 with the library's own address, Windows 259 with the share's.</summary>
    public const int Longest = 180;

    private const int MostFolders = 8;

    private readonly Template _template;
    private readonly string _ending;

    private PathPattern(string text, string ending, Template template) => (Text, _ending, _template) = (text, ending, template);

    /// <summary>Where papers go.</summary>
    /// <param name="text">The pattern; empty for <see cref="Usual"/>.</param>
    /// <exception cref="DriveException">It is no pattern; the message says what is wrong where.</exception>
    public static PathPattern Papers(string text) => Parse(text.Length > 0 ? text : Usual, ".docx");

    /// <summary>Where the register lies.</summary>
    /// <param name="text">The pattern; empty for <see cref="UsualRegister"/>.</param>
    /// <exception cref="DriveException">It is no pattern; the message says what is wrong where.</exception>
    public static PathPattern Register(string text) => Parse(text.Length > 0 ? text : UsualRegister, ".xlsx");

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    private static PathPattern Parse(string text, string ending)
    {
        var template = Template.Parse(text, lexerOptions: new LexerOptions { Lang = ScriptLang.Default });
        if (template.HasErrors)
            throw Wrong(text, $"写法有误（第 {template.Messages[0].Span.Start.Column + 1} 个字符附近）");
        if (!text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            throw Wrong(text, $"要以 {ending} 结尾");
        var pattern = new PathPattern(text, ending, template);
        var place = pattern.Of(FilingFields.Sample);
        if (place.Count(c => c == '/') > MostFolders)
            throw Wrong(text, $"文件夹最多 {MostFolders} 级");
        if (text.Split('/').Contains(".."))
            throw Wrong(text, "不能用“..”");
        pattern.Of(FilingFields.Bare);
        return pattern;
    }

    /// <summary>Where a paper belongs.</summary>
    /// <param name="fields">What the paper is.</param>
    public string Of(FilingFields fields)
    {
        var values = new ScriptObject();
        foreach (var (name, value) in fields.All)
            values[name] = value.Replace('/', '／').Replace('\\', '＼');
        try
        {
            var context = new TemplateContext { StrictVariables = true, LoopLimit = 100, RecursiveLimit = 10, LimitToString = 10_000 };
            context.PushGlobal(values);
            return Safe(_template.Render(context));
        }
        catch (ScriptRuntimeException e)
        {
            throw Wrong(Text, $"{e.OriginalMessage}。可以用的字段有：{string.Join("、", FilingFields.Names)}");
        }
    }

    private string Safe(string rendered)
    {
        var path = rendered.EndsWith(_ending, StringComparison.OrdinalIgnoreCase) ? rendered[..^_ending.Length] : rendered;
        var names = path.Split('/').Select(name => name.Trim()).ToList();
        if (names[^1].Length == 0)
            throw Wrong(Text, "文件名是空的");
        return SafePlace.Of(names, _ending, Longest);
    }

    private static DriveException Wrong(string text, string what) =>
        new(DriveCodes.Invalid, $"归档路径的格式“{text}”不对：{what}。请在单位设置的 filing 中修改，如“{Usual}”。");
}
