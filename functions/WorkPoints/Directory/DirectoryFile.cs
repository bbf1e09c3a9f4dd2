using System.Text.Json;
using System.Text.Json.Serialization;

namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>The JSON file behind a <see cref="BodyDirectory"/>.</summary>
internal static class DirectoryFile
{
    /// <summary>Reads and checks the file; all faults are reported at once.</summary>
    public static BodyDirectory Load(Stream json)
    {
        DirectoryShape? file;
        try
        {
            file = JsonSerializer.Deserialize(json, DirectoryJson.Default.DirectoryShape);
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } number ? $"第{number + 1}行" : "文件中";
            throw new DirectoryException($"单位名录不是有效的 JSON：{line}{(e.Path is { Length: > 1 } path ? $"（{path}）" : "")}有误。请对照 directory.schema.json 改正。", e);
        }

        var bodies = file?.Bodies ?? [];
        var groups = file?.Groups ?? [];
        if (bodies.Count == 0)
            throw new DirectoryException("单位名录里没有任何单位（bodies 为空）。请至少写入一个单位，或者不指定名录，由程序从文件中归纳。");
        var faults = Faults(bodies, groups).ToList();
        if (faults.Count > 0)
            throw new DirectoryException("单位名录有误：" + string.Join("；", faults) + "。请改正后重试。");
        return new BodyDirectory(
            string.IsNullOrWhiteSpace(file?.Region) ? null : file.Region,
            [.. bodies.Select(body => new Body(body.Name ?? "") { Aliases = body.Aliases ?? [], Groups = body.Groups ?? [], Addressee = body.Addressee, Contact = body.Contact })],
            [.. groups.Select(group => new BodyGroup(group.Name ?? "") { Aliases = group.Aliases ?? [], SameAs = group.SameAs })]);
    }

    private static IEnumerable<string> Faults(IReadOnlyList<BodyShape> bodies, IReadOnlyList<GroupShape> groups)
    {
        for (var i = 0; i < bodies.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(bodies[i].Name))
                yield return $"第{i + 1}个单位没有名称（name）";
        }

        for (var i = 0; i < groups.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(groups[i].Name))
                yield return $"第{i + 1}个统称没有名称（name）";
        }

        foreach (var twice in bodies.Select(body => body.Name).Concat(groups.Select(group => group.Name)).Where(name => !string.IsNullOrWhiteSpace(name)).GroupBy(name => name).Where(names => names.Count() > 1))
            yield return $"“{twice.Key}”出现了{twice.Count()}次";
        var named = groups.Select(group => group.Name).Concat(bodies.SelectMany(body => body.Groups ?? [])).ToHashSet();
        foreach (var group in groups.Where(group => group.SameAs is not null && !named.Contains(group.SameAs)))
            yield return $"统称“{group.Name}”的 sameAs 指向不存在的“{group.SameAs}”";
    }
}

/// <summary>The file as written.</summary>
internal sealed record DirectoryShape(string? Region, IReadOnlyList<BodyShape>? Bodies, IReadOnlyList<GroupShape>? Groups);

/// <summary>A body as written.</summary>
internal sealed record BodyShape(string? Name, IReadOnlyList<string>? Aliases, IReadOnlyList<string>? Groups, string? Addressee, Contact? Contact);

/// <summary>A group as written.</summary>
internal sealed record GroupShape(string? Name, IReadOnlyList<string>? Aliases, string? SameAs);

/// <summary>Source-generated reading of the file: no reflection at start-up.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(DirectoryShape))]
internal sealed partial class DirectoryJson : JsonSerializerContext;
