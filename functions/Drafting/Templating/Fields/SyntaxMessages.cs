using YiyuanSafety.Drafting.Templating.Tags;

namespace YiyuanSafety.Drafting.Templating.Fields;

/// <summary>Says in Chinese what is wrong with a tag's syntax.</summary>
internal static class SyntaxMessages
{
    /// <summary>A sentence for a message of Scriban's parser.</summary>
    public static string Of(string scriban, Tag tag)
    {
        if (scriban.Contains("string not terminated", StringComparison.Ordinal) || OddQuotes(tag.Code))
            return "引号没有成对，请检查引号。";
        if (scriban.Contains("depth limit", StringComparison.Ordinal))
            return "括号或运算嵌套太深，请简化。";
        if (scriban.Contains("closing `)`", StringComparison.Ordinal) || Count(tag.Code, '(') != Count(tag.Code, ')'))
            return "括号没有成对，请检查 ( )。";
        if (tag.Keyword == "for")
            return "for 的写法应为 {{ for 变量 in 列表 }}，变量用英文小写字母。";
        if (tag.Keyword is "if" or "else" or "while" or "case" or "when")
            return $"{tag.Keyword} 后面的条件写法有误，例如 {{{{ if 字段 }}}} 或 {{{{ if 字段 == \"值\" }}}}。";
        return "标签写法有误，读不懂。字段名只用英文小写字母、数字和下划线，例如 {{ task.title }}。";
    }

    private static bool OddQuotes(string code) => Count(code, '"') % 2 != 0 || Count(code, '\'') % 2 != 0;

    private static int Count(string code, char c) => code.AsSpan().Count(c);
}
