using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YiyuanSafety.Drafting.Format.Checks;
using YiyuanSafety.Drafting.Format.Rules;

namespace YiyuanSafety.Drafting.Format;

/// <summary>
/// Names for findings: made of the rule, of what is said of the place and of what was found. Where the document changed since it was
/// checked, a name names nothing any more, rather than something else.
/// </summary>
internal static class FindingKeys
{
    private const int Bytes = 6;

    /// <summary>The faults with their names, in their order.</summary>
    public static IEnumerable<(string Key, Rule Rule, Fault Fault)> Of(IEnumerable<(Rule Rule, Fault Fault)> faults)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (rule, fault) in faults)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{fault.Place.Text}\n{fault.Found}\n{fault.Wanted}"));
            var key = $"{rule.Id}-{Convert.ToHexStringLower(hash.AsSpan(0, Bytes))}";
            times[key] = times.GetValueOrDefault(key) + 1;
            yield return (times[key] == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}-{times[key]}"), rule, fault);
        }
    }
}
