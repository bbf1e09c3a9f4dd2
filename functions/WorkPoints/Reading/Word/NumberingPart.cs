namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Reads the numbering part.</summary>
internal static class NumberingPart
{
    /// <summary>Lists and their uses, nothing counted yet.</summary>
    public static Numbering Read(PartCursor cursor, StyleSheet styles)
    {
        var lists = new Dictionary<string, NumberList>(StringComparer.Ordinal);
        var uses = new Dictionary<string, NumberUse>(StringComparer.Ordinal);
        var entered = cursor.Enter();
        while (cursor.Next(entered))
        {
            if (!cursor.IsWord)
                continue;
            if (cursor.Name == "abstractNum" && cursor.Attribute("abstractNumId") is { } listId)
                lists[listId] = ReadList(cursor);
            else if (cursor.Name == "num" && cursor.Attribute("numId") is { } numId && ReadUse(cursor) is { } use)
                uses[numId] = use;
        }

        return new Numbering(lists, uses, styles);
    }

    private static NumberList ReadList(PartCursor cursor)
    {
        var list = new NumberList();
        var entered = cursor.Enter();
        while (cursor.Next(entered))
        {
            if (cursor.Name == "numStyleLink")
                list.NumberingStyle = cursor.Value;
            else if (cursor.Name == "lvl" && Index(cursor) is { } level)
                list.Definitions[level] = ReadLevel(cursor);
        }

        return list;
    }

    private static NumberUse? ReadUse(PartCursor cursor)
    {
        NumberUse? use = null;
        int? level = null;
        var entered = cursor.Enter();
        while (cursor.Next(entered))
        {
            switch (cursor.Name)
            {
                case "abstractNumId" when cursor.Value is { } list:
                    use = new NumberUse(list);
                    break;
                case "lvlOverride":
                    level = Index(cursor);
                    break;
                case "startOverride" when use is not null && level is { } at:
                    use.StartOverrides[at] = cursor.Number() ?? 1;
                    break;
                case "lvl" when use is not null && (Index(cursor) ?? level) is { } at:
                    use.LevelOverrides[at] = ReadLevel(cursor);
                    break;
                default:
                    break;
            }
        }

        return use;
    }

    private static int? Index(PartCursor cursor) => cursor.Number("ilvl") is { } level and >= 0 and < NumberList.Levels ? level : null;

    private static NumberLevel ReadLevel(PartCursor cursor)
    {
        var level = NumberLevel.Plain;
        var entered = cursor.Enter();
        while (cursor.Next(entered))
        {
            level = cursor.Name switch
            {
                "start" => level with { Start = cursor.Number() ?? 1 },
                "numFmt" => level with { Format = cursor.Value ?? "decimal" },
                "lvlText" => level with { Text = cursor.Value ?? "" },
                "suff" => level with { SpaceAfter = cursor.Value == "space" },
                "isLgl" => level with { Legal = cursor.On },
                "lvlRestart" => level with { Restart = cursor.Number() },
                "pStyle" => level with { Style = cursor.Value },
                _ => level,
            };
            if (cursor.Name is "rPr" or "pPr")
                cursor.Skip();
        }

        return level;
    }
}
