using System.Globalization;
using System.Text;
using System.Xml;

namespace YiyuanSafety.Drafting.Sheets;

/// <summary>Gives sheets names that Excel takes: up to 31 characters, without []:*?/\, no quote at the ends, unique without case.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;

    // Excel keeps History for itself.
    private readonly HashSet<string> _taken = new(["History"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name to use for a wish.</summary>
    public string Take(string wish)
    {
        var clean = Clean(wish);
        var name = Cut(clean, Longest);
        for (var i = 2; name.Length == 0 || !_taken.Add(name); i++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"({i})");
            name = Cut(clean.Length == 0 ? "未命名" : clean, Longest - mark.Length) + mark;
        }

        return name;
    }

    private static string Clean(string wish)
    {
        var clean = new StringBuilder(wish.Length);
        for (var i = 0; i < wish.Length; i++)
        {
            var c = wish[i];
            if (i + 1 < wish.Length && XmlConvert.IsXmlSurrogatePair(wish[i + 1], c))
                clean.Append(c).Append(wish[++i]);
            else if (XmlConvert.IsXmlChar(c) && !char.IsControl(c))
                clean.Append("[]:*?/\\".Contains(c) ? ' ' : c);
        }

        return clean.ToString().Trim(' ', '\'');
    }

    private static string Cut(string name, int longest)
    {
        if (name.Length <= longest)
            return name;
        var end = char.IsHighSurrogate(name[longest - 1]) ? longest - 1 : longest;
        return name[..end].TrimEnd(' ', '\'');
    }
}
