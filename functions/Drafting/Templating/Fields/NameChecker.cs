using Scriban.Syntax;

namespace YiyuanSafety.Drafting.Templating.Fields;

/// <summary>Adds a problem at a place of the program: code, offset in the source, message.</summary>
internal delegate void Report(string code, int offset, string message);

/// <summary>Walks a parsed template and finds every name that does not exist, before any data is there.</summary>
internal sealed class NameChecker(Type model, bool showsCharts, Report report)
{
    private static readonly string[] LoopFields = ["index", "rindex", "first", "last", "even", "odd", "length", "changed"];
    private static readonly string[] ListFields = ["size", "first", "last"];

    private readonly Dictionary<string, ValueKind> assigned = new(StringComparer.Ordinal);
    private readonly List<(string Name, ValueKind Kind)> loops = [];

    /// <summary>Checks a part.</summary>
    public void Check(ScriptPage page)
    {
        // An assignment may stand behind its first use in the text, in a loop.
        Collect(page);
        Walk(page);
    }

    private void Collect(ScriptNode node)
    {
        if (node is ScriptAssignExpression { Target: ScriptVariableGlobal variable })
            assigned.TryAdd(variable.Name, new ValueKind.Any());
        foreach (var child in Children(node))
            Collect(child);
    }

    private static IEnumerable<ScriptNode> Children(ScriptNode node) =>
        node.Children.OfType<ScriptNode>().Where(c => c is not (ScriptToken or ScriptKeyword));

    private void Walk(ScriptNode node)
    {
        switch (node)
        {
            case ScriptForStatement loop:
                WalkLoop(loop);
                break;
            case ScriptExpressionStatement { Expression: ScriptAssignExpression assign }:
                Assign(assign);
                break;
            case ScriptExpressionStatement { Expression: { } expression }:
                Printed(expression, KindOf(expression));
                break;
            case ScriptExpression expression:
                KindOf(expression);
                break;
            case ScriptFunction or ScriptCaptureStatement or ScriptWrapStatement or ScriptWithStatement or ScriptImportStatement
                or ScriptReadOnlyStatement or ScriptReturnStatement or ScriptTableRowStatement:
                report(TemplateCodes.Forbidden, node.Span.Start.Offset, "模板里不能定义函数、引入文件或改变作用域，请删去这个标签。");
                break;
            default:
                foreach (var child in Children(node))
                    Walk(child);
                break;
        }
    }

    private void WalkLoop(ScriptForStatement loop)
    {
        var iterated = loop.Iterator is null ? new ValueKind.Any() : KindOf(loop.Iterator);
        if (iterated is ValueKind.Single or ValueKind.Record && loop.Iterator is not null)
            report(TemplateCodes.WrongKind, loop.Iterator.Span.Start.Offset, $"{Text(loop.Iterator)} 不是列表，不能用 for 逐个列出。");
        foreach (var argument in loop.NamedArguments ?? Enumerable.Empty<ScriptNamedArgument>())
        {
            if (argument.Value is not null)
                KindOf(argument.Value);
        }
        loops.Add((loop.Variable is ScriptVariable v ? v.Name : "", iterated is ValueKind.Many many ? many.Element : new ValueKind.Any()));
        if (loop.Body is not null)
            Walk(loop.Body);
        loops.RemoveAt(loops.Count - 1);
        if (loop.Else is not null)
            Walk(loop.Else);
    }

    private void Assign(ScriptAssignExpression assign)
    {
        var value = assign.Value is null ? new ValueKind.Any() : KindOf(assign.Value);
        if (assign.Target is not ScriptVariableGlobal variable)
            report(TemplateCodes.Forbidden, assign.Span.Start.Offset, "只能给自己起名的变量赋值，不能改动字段。");
        else if (RecordShape.Of(model).Find(variable.Name) is not null || Functions.Of(variable.Name) is not null)
            report(TemplateCodes.Forbidden, assign.Span.Start.Offset, $"{variable.Name} 是已有的名称，不能改动，请换一个变量名。");
        else
            assigned[variable.Name] = assigned.TryGetValue(variable.Name, out var before) && before is not ValueKind.Any && before != value
                ? new ValueKind.Any() : value;
    }

    private void Printed(ScriptExpression expression, ValueKind kind)
    {
        var at = expression.Span.Start.Offset;
        if (kind is ValueKind.Record record)
            report(TemplateCodes.WrongKind, at, $"{Text(expression)} 是一组字段，请写到具体字段，如 {Text(expression)}.{RecordShape.Of(record.Type).Fields[0].Name}。");
        else if (kind is ValueKind.Many { Element: ValueKind.Record })
            report(TemplateCodes.WrongKind, at, $"{Text(expression)} 是列表，请用 {{{{ for 项 in {Text(expression)} }}}}…{{{{ end }}}} 逐个列出（“项”换成英文变量名）。");
        else if (kind is ValueKind.Chart && !showsCharts)
            report(TemplateCodes.Misplaced, at, $"{Text(expression)} 是图表，只能写在正文里，不能写在页眉、页脚或批注里。");
        else if (kind is ValueKind.Group or ValueKind.Loop)
            report(TemplateCodes.WrongKind, at, $"{Text(expression)} 不是字段，后面应写一个点和名称。");
    }

    private ValueKind KindOf(ScriptExpression expression)
    {
        switch (expression)
        {
            case ScriptVariableGlobal variable:
                return Variable(variable);
            case ScriptIsEmptyExpression empty:
                Inside(empty.Target);
                return new ValueKind.Single();
            case ScriptMemberExpression member:
                return Member(member);
            case ScriptIndexerExpression indexer:
                var target = Inside(indexer.Target);
                Inside(indexer.Index);
                return target is ValueKind.Many list ? list.Element : new ValueKind.Any();
            case ScriptPipeCall pipe:
                return Pipe(pipe.To, Inside(pipe.From));
            case ScriptFunctionCall call:
                return Call(call.Target, call.Arguments, null);
            case ScriptNestedExpression nested:
                return Inside(nested.Expression);
            case ScriptConditionalExpression conditional:
                Inside(conditional.Condition);
                var then = Inside(conditional.ThenValue);
                return then == Inside(conditional.ElseValue) ? then : new ValueKind.Any();
            case ScriptBinaryExpression binary:
                var left = Inside(binary.Left);
                Inside(binary.Right);
                return binary.Operator is ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude
                    ? new ValueKind.Many(new ValueKind.Single())
                    : binary.Operator is ScriptBinaryOperator.EmptyCoalescing ? left : new ValueKind.Single();
            case ScriptAssignExpression or ScriptThisExpression or ScriptVariableLocal or ScriptAnonymousFunction:
                report(TemplateCodes.Forbidden, expression.Span.Start.Offset, "模板里不能这样写，请只用字段、条件、循环和列出的函数。");
                return new ValueKind.Any();
            case ScriptLiteral:
                return new ValueKind.Single();
            case ScriptUnaryExpression { Operator: not (ScriptUnaryOperator.Not or ScriptUnaryOperator.Negate or ScriptUnaryOperator.Plus) }:
                report(TemplateCodes.Forbidden, expression.Span.Start.Offset, "模板里不能使用这个运算符。");
                return new ValueKind.Any();
            default:
                foreach (var child in Children(expression))
                    Walk(child);
                return new ValueKind.Any();
        }
    }

    private ValueKind Inside(ScriptExpression? expression) => expression is null ? new ValueKind.Any() : KindOf(expression);

    private ValueKind Variable(ScriptVariableGlobal variable)
    {
        var name = variable.Name;
        for (var i = loops.Count - 1; i >= 0; i--)
        {
            if (loops[i].Name == name)
                return loops[i].Kind;
        }
        if (name is "for" or "while" && loops.Count + (name == "while" ? 1 : 0) > 0)
            return new ValueKind.Loop();
        if (assigned.TryGetValue(name, out var kind))
            return kind;
        if (RecordShape.Of(model).Find(name) is { } field)
            return ValueKind.Of(field.Type);
        if (Functions.Of(name) is { } members)
            return new ValueKind.Group(name, members);
        var known = RecordShape.Of(model).Fields.Select(f => f.Name).Concat(loops.Select(l => l.Name)).Concat(assigned.Keys);
        report(TemplateCodes.UnknownField, variable.Span.Start.Offset, "没有这个字段" + Suggest("", FieldNames.Nearest(name, known)));
        return new ValueKind.Any();
    }

    private ValueKind Member(ScriptMemberExpression member)
    {
        var target = Inside(member.Target);
        var name = member.Member?.Name ?? "";
        var prefix = Text(member.Target) + ".";
        switch (target)
        {
            case ValueKind.Record record:
                var shape = RecordShape.Of(record.Type);
                if (shape.Find(name) is { } field)
                    return ValueKind.Of(field.Type);
                return Unknown(member, prefix, name, shape.Fields.Select(f => f.Name), TemplateCodes.UnknownField, "没有这个字段");
            case ValueKind.Many many:
                return name is "first" or "last" ? many.Element : name == "size" ? new ValueKind.Single()
                    : Unknown(member, prefix, name, ListFields, TemplateCodes.UnknownField, $"{Text(member.Target)} 是列表，没有这个字段");
            case ValueKind.Single:
                return name == "size" ? target
                    : Unknown(member, prefix, name, [], TemplateCodes.UnknownField, $"{Text(member.Target)} 是单个值，下面没有字段");
            case ValueKind.Loop:
                return LoopFields.Contains(name) ? new ValueKind.Single()
                    : Unknown(member, prefix, name, LoopFields, TemplateCodes.UnknownField, "没有这个字段");
            case ValueKind.Group group:
                return group.Members.Contains(name) ? new ValueKind.Function($"{group.Name}.{name}")
                    : Unknown(member, prefix, name, group.Members, TemplateCodes.UnknownFunction, "没有这个函数");
            default:
                return new ValueKind.Any();
        }
    }

    private ValueKind.Any Unknown(ScriptNode node, string prefix, string name, IEnumerable<string> known, string code, string message)
    {
        report(code, node.Span.Start.Offset, message + Suggest(prefix, FieldNames.Nearest(name, known)));
        return new ValueKind.Any();
    }

    // A chain a | b | c comes as a | (b | c).
    private ValueKind Pipe(ScriptExpression? to, ValueKind from) => to switch
    {
        ScriptPipeCall chain => Pipe(chain.To, Pipe(chain.From, from)),
        ScriptFunctionCall call => Call(call.Target, call.Arguments, from),
        _ => Call(to, null, from),
    };

    private ValueKind Call(ScriptExpression? target, IReadOnlyList<ScriptExpression>? arguments, ValueKind? piped)
    {
        var function = Inside(target);
        var kinds = (piped is null ? [] : new[] { piped }).Concat((arguments ?? []).Select(a => KindOf(a))).ToList();
        if (function is not ValueKind.Function { Name: var name })
        {
            if (function is not ValueKind.Any)
                report(TemplateCodes.UnknownFunction, (target ?? throw new InvalidOperationException()).Span.Start.Offset,
                    $"{Text(target)} 不是函数，后面不能接参数，也不能写在 | 之后。");
            return new ValueKind.Any();
        }
        var first = kinds.Count > 0 ? kinds[0] : new ValueKind.Any();
        return name switch
        {
            "array.first" or "array.last" => first is ValueKind.Many list ? list.Element : new ValueKind.Any(),
            "array.map" => Map(first, piped is null ? arguments?.ElementAtOrDefault(1) : arguments?.ElementAtOrDefault(0)),
            "array.join" or "array.size" or "array.contains" => new ValueKind.Single(),
            "string.split" => new ValueKind.Many(new ValueKind.Single()),
            _ when name.StartsWith("array.", StringComparison.Ordinal) => first,
            _ => new ValueKind.Single(),
        };
    }

    private ValueKind.Many Map(ValueKind list, ScriptExpression? member)
    {
        if (list is not ValueKind.Many { Element: ValueKind.Record record } || member is not ScriptLiteral { Value: string name })
            return new ValueKind.Many(new ValueKind.Any());
        var shape = RecordShape.Of(record.Type);
        if (shape.Find(name) is { } field)
            return new ValueKind.Many(ValueKind.Of(field.Type));
        return new ValueKind.Many(Unknown(member, "", name, shape.Fields.Select(f => f.Name), TemplateCodes.UnknownField, "没有这个字段"));
    }

    private static string Suggest(string prefix, string? nearest) => nearest is null ? "。" : $"，是否为 {prefix}{nearest}？";

    private static string Text(ScriptNode? node) => node switch
    {
        ScriptVariable variable => variable.Name,
        ScriptMemberExpression member => $"{Text(member.Target)}.{member.Member?.Name}",
        ScriptIndexerExpression indexer => $"{Text(indexer.Target)}[…]",
        ScriptNestedExpression nested => $"({Text(nested.Expression)})",
        _ => "这个值",
    };
}
