using System.Text;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace YiyuanSafety.Drafting.Templating;

/// <summary>A Scriban context without a way out: no includes, few functions, bounded loops and output; values are escaped for XML.</summary>
internal sealed class Sandbox : TemplateContext
{
    /// <summary>The function groups that templates may use.</summary>
    public static readonly IReadOnlySet<string> FunctionGroups = new HashSet<string>(StringComparer.Ordinal) { "string", "array", "math" };

    /// <summary>Prepares a context for one rendering.</summary>
    public Sandbox(TemplateLimits limits, StringBuilder output)
        : base(Functions())
    {
        LoopLimit = limits.Loops;
        LoopLimitQueryable = limits.Loops;
        RecursiveLimit = limits.Recursion;
        LimitToString = limits.OutputCharacters;
        RegexTimeOut = TimeSpan.FromSeconds(1);
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        TemplateLoader = null;
        PushOutput(new BoundedOutput(output, limits.OutputCharacters));
        PushCulture(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is not null)
            Write(XmlText.Escape(ObjectToString(textAsObject) ?? ""));
        return this;
    }

    private static ScriptObject Functions()
    {
        var functions = new ScriptObject();
        foreach (var (name, value) in new BuiltinFunctions())
        {
            if (FunctionGroups.Contains(name))
                functions.SetValue(name, value, true);
        }

        return functions;
    }

    private sealed class BoundedOutput(StringBuilder output, int limit) : IScriptOutput
    {
        public void Write(string text, int offset, int count)
        {
            if (output.Length + count > limit)
                throw new ScriptRuntimeException(default, $"output exceeds {limit} characters");
            output.Append(text, offset, count);
        }

        public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
        {
            Write(text, offset, count);
            return ValueTask.CompletedTask;
        }
    }
}
