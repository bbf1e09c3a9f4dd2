using System.Text;

namespace YiyuanSafety.Drafting.Templating.Fields;

/// <summary>Names of fields as templates write them.</summary>
internal static class FieldNames
{
    /// <summary>DocumentNumber → document_number.</summary>
    public static string SnakeCase(string property)
    {
        var name = new StringBuilder(property.Length + 4);
        for (var i = 0; i < property.Length; i++)
        {
            var c = property[i];
            if (char.IsAsciiLetterUpper(c) && i > 0
                && (!char.IsAsciiLetterUpper(property[i - 1]) || (i + 1 < property.Length && char.IsAsciiLetterLower(property[i + 1]))))
                name.Append('_');
            name.Append(char.ToLowerInvariant(c));
        }
        return name.ToString();
    }

    /// <summary>The candidate nearest to a name by edit distance, or null when none is near enough to be meant.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Max(2, name.Length / 2);
        return candidates.Select(c => (Name: c, Distance: Distance(name.ToLowerInvariant(), c)))
            .Where(c => c.Distance <= limit).OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name).FirstOrDefault();
    }

    private static int Distance(string a, string b)
    {
        if (a.Length > 200)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
