using System.Text.Encodings.Web;
using System.Text.Json;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Drafting.Format;

/// <summary>The JSON form of a report: what <c>check --json</c> prints.</summary>
public static class FormatReportJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Writes a report as indented UTF-8, Chinese unescaped.</summary>
    /// <param name="report">The report.</param>
    /// <param name="repaired">How many findings a repair before it has done away with; null where there was none.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(FormatReport report, int? repaired, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("file", report.File);
        json.WriteString("layout", report.Layout);
        json.WriteString("pageProfile", report.PageProfile);
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        if (repaired is { } count)
            json.WriteNumber("repaired", count);
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("ruleId", finding.RuleId);
            json.WriteString("clause", finding.Clause);
            json.WriteString("strength", Word(finding.Strength));
            json.WriteString("severity", finding.Severity == Severity.Error ? "error" : "warning");
            WritePlace(json, finding.Place);
            json.WriteString("found", finding.Found);
            json.WriteString("wanted", finding.Wanted);
            json.WriteString("message", finding.Message);
            json.WriteBoolean("fixable", finding.Fixable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("parts");
        foreach (var part in report.Parts)
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            WritePlace(json, part.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A strength in Chinese.</summary>
    public static string Word(Strength strength) => strength switch
    {
        Strength.Required => "规定",
        Strength.Usual => "一般",
        Strength.Recommended => "推荐",
        Strength.Allowed => "可以",
        Strength.Derived => "推导",
        _ => "实务",
    };

    private static void WritePlace(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject("place");
        json.WriteString("text", place.Text);
        WriteNumber("paragraph", place.Paragraph);
        WriteNumber("section", place.Section);
        WriteNumber("table", place.Table);
        json.WriteEndObject();

        void WriteNumber(string name, int? number)
        {
            if (number is { } value)
                json.WriteNumber(name, value);
            else
                json.WriteNull(name);
        }
    }
}
