using System.Globalization;
using System.Text;

namespace YiyuanSafety.Ledger.Access;

/// <summary>A key that somebody asks for.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Body">The body (单位) of a reader; empty for other roles.</param>
public sealed record KeyOrder(string Name, string Role, string Body)
{
    /// <summary>Whom the service calls the person at the machine itself; no key may bear this name.</summary>
    public const string LocalUser = "本机用户";

    private const int LongestName = 50;
    private const int LongestBody = 100;

    /// <summary>The order without space around its words.</summary>
    /// <exception cref="LedgerException">A name, role or body that a key cannot have.</exception>
    public KeyOrder Checked()
    {
        var order = new KeyOrder(Name.Trim(), Role, Body.Trim());
        if (!IsPlain(order.Name, LongestName))
            throw Invalid($"密钥名称要有 1 至 {LongestName} 个字，不能有换行等控制字符。请写上使用人的姓名或用途。");
        if (order.Name == LocalUser || Guid.TryParse(order.Name, out _))
            throw Invalid($"密钥不能叫“{order.Name}”。请写上使用人的姓名或用途。");
        if (!Roles.IsKnown(order.Role))
            throw Invalid($"没有“{order.Role}”这种角色。请用 {string.Join("、", Roles.All)} 中的一个。");
        if (order.Role == Roles.Reader && !IsPlain(order.Body, LongestBody))
            throw Invalid("查看角色（reader）要写明单位，只能看到这个单位的任务。");
        if (order.Role != Roles.Reader && order.Body.Length > 0)
            throw Invalid($"只有查看角色（reader）才写单位，{order.Role} 能看到全部任务。请去掉单位，或改用 reader。");
        return order;
    }

    /// <summary>
    /// Whether a text has 1 to <paramref name="longest"/> characters, all of them visible or plain spaces: what turns the direction of
    /// writing round or breaks lines would make the audit say what nobody did.
    /// </summary>
    public static bool IsPlain(string text, int longest) =>
        !string.IsNullOrWhiteSpace(text)
        && text.EnumerateRunes().Count() <= longest
        && text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
            (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));

    private static LedgerException Invalid(string message) => new(LedgerCodes.Invalid, message);
}
