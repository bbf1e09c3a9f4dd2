using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace YiyuanSafety.WorkPoints;

/// <summary>The JSON form of an extraction: what <c>extract --json</c> prints and <c>tasks.json</c> holds.</summary>
public static class WorkPointsJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,

        // The file is UTF-8 and read by people: Chinese and quotation marks stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Writes the document as indented UTF-8 without a byte order mark, Chinese unescaped.</summary>
    public static void Write(WorkPointsDocument document, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartObject("document");
        json.WriteString("title", document.Document.Title);
        json.WriteString("issuer", document.Document.Issuer);
        json.WriteString("documentNumber", document.Document.DocumentNumber);
        if (document.Document.Year is { } year)
            json.WriteNumber("year", year);
        else
            json.WriteNull("year");
        json.WriteEndObject();
        WriteArray(json, "outline", document.Outline, WriteHeading);
        WriteArray(json, "tasks", document.Tasks, WriteTask);
        WriteArray(json, "findings", document.Findings, WriteFinding);
        json.WriteEndObject();
    }

    /// <summary>The word of a role in JSON.</summary>
    public static string Word(PartyRole role) => role switch
    {
        PartyRole.Lead => "lead",
        PartyRole.Responsible => "responsible",
        PartyRole.Cooperating => "cooperating",
        _ => "guiding",
    };

    /// <summary>The role of a word that <see cref="Word(PartyRole)"/> gives.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It gives no such word.</exception>
    public static PartyRole Role(string word) => word switch
    {
        "lead" => PartyRole.Lead,
        "responsible" => PartyRole.Responsible,
        "cooperating" => PartyRole.Cooperating,
        "guiding" => PartyRole.Guiding,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "No role is written so."),
    };

    private static void WriteHeading(Utf8JsonWriter json, OutlineHeading heading)
    {
        json.WriteNumber("level", heading.Level);
        json.WriteString("number", heading.Number);
        json.WriteString("title", heading.Title);
        json.WriteString("location", heading.Location);
    }

    private static void WriteTask(Utf8JsonWriter json, WorkTask task)
    {
        json.WriteString("id", task.Id);
        json.WriteString("item", task.Item);
        json.WriteNumber("clause", task.Clause);
        json.WriteString("section", task.Section);
        json.WriteString("title", task.Title);
        json.WriteString("text", task.Text);
        json.WriteString("responsibility", task.Responsibility);
        WriteArray(json, "parties", task.Parties, static (json, party) =>
        {
            json.WriteString("role", Word(party.Role));
            json.WriteString("mention", party.Mention);
            json.WriteString("canonical", party.Canonical);
            json.WriteString("kind", party.Kind == BodyKind.Group ? "group" : "department");
            json.WriteBoolean("needsReview", party.NeedsReview);
        });
        WriteArray(json, "deadlines", task.Deadlines, static (json, deadline) =>
        {
            json.WriteString("text", deadline.Text);
            json.WriteString("due", deadline.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        });
        WriteArray(json, "recurrence", task.Recurrence, static (json, recurrence) =>
        {
            json.WriteString("text", recurrence.Text);
            json.WriteString("period", recurrence.Period);
            json.WriteNumber("times", recurrence.Times);
        });
        WriteArray(json, "measures", task.Measures, static (json, measure) =>
        {
            json.WriteString("text", measure.Text);
            json.WriteString("quantity", measure.Quantity);
        });
        WriteArray(json, "deliverables", task.Deliverables, static (json, deliverable) =>
        {
            json.WriteString("text", deliverable.Text);
            json.WriteString("action", deliverable.Action);
            json.WriteString("name", deliverable.Name);
        });
        json.WriteString("location", task.Location);
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "info",
        });
        json.WriteString("message", finding.Message);
        json.WriteString("location", finding.Location);
        if (finding.Source.Length > 0)
            json.WriteString("source", finding.Source);
        if (finding.Task is not null)
            json.WriteString("task", finding.Task);
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
