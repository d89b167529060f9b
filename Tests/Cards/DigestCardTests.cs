using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using BridgeBot.Cards;
using BridgeBot.Cards.Elements;

namespace BridgeBot.Tests.Cards;

/// <summary>The digest's card: what comes first, how large it gets, and its chart.</summary>
public sealed class DigestCardTests
{
    [Test]
    public void Render_FiveHundredOfEverythingWithLongNames_IsSmallAndSaysHowManyMore()
    {
        var json = DigestCard.Render(CardSamples.WeekOf(500, CardTexts.Long), CardSamples.Place).ToString();

        Assert.That(Encoding.UTF8.GetByteCount(json), Is.LessThan(25_000));
        Assert.That(json, Does.Contain("and 495 more").And.Contain("and 245 more"));
    }

    [Test]
    public void Render_AWeekWithThanks_BeginsWithThem() =>
        Assert.That(
            Texts(DigestCard.Render(CardSamples.Week(CardTexts.Normal), CardSamples.Place)).SkipWhile(text => text != Phrases.DigestLineThanks).ElementAt(1),
            Is.EqualTo(Phrases.DigestThanks));

    [TestCase(3, 2, "Hello! Delivered this week: 3. Well done!")]
    [TestCase(0, 2, "Hello! Answered this week: 2. Every answer helps somebody plan.")]
    [TestCase(0, 0, "Hello! A calm week. Here is what is open.")]
    public void Render_AWeekWithoutThanks_BeginsWithWhatWasGood(int delivered, int answered, string line) =>
        Assert.That(
            Texts(DigestCard.Render(CardSamples.QuietWeek with { Figures = new(1, answered, 0, 0, delivered, 0, null, null) }, CardSamples.Place)), Does.Contain(line));

    [Test]
    public void Render_TheFirstWeek_ComparesWithNothing() => Assert.That(
        Texts(DigestCard.Render(CardSamples.Week(CardTexts.Normal) with { Before = [] }, CardSamples.Place)), Has.None.EqualTo(Phrases.DigestAsUsual).And.None.EqualTo(Phrases.DigestCompared));

    /// <summary>Asked: 14, and 11, 12, 13 and 14 before. Approved: 8, and 6 before. Declined: as usual.</summary>
    [Test]
    public void Render_Figures_SaysTheChange() => Assert.That(
        Texts(DigestCard.Render(CardSamples.Week(CardTexts.Normal), CardSamples.Place)), Is.SupersetOf(new[] { "2 more", "as usual", "Half of the first answers came within 3.3 h of working time. Usually it is 6.5." }));

    [Test]
    public void Render_WhatWaits_OpensItsPost() => Assert.That(
        DigestCard.Render(CardSamples.Week(CardTexts.Normal), CardSamples.Place).ToString(),
        Does.Contain("https://teams.microsoft.com/l/message/19%3Amarketing%40thread.tacv2/1764000000000?tenantId=tenant"));

    [Test]
    public void Render_Chart_HasEightBarsAndAPictureThatSaysThemInWords()
    {
        var chart = Nodes(JsonNode.Parse(DigestCard.Render(CardSamples.Week(CardTexts.Normal), CardSamples.Place).Utf8.Span)).Single(node => (string?)node["type"] == "Chart.VerticalBar");
        var picture = Nodes(chart["fallback"]).Single(node => (string?)node["type"] == "Image");

        Assert.That(chart["data"]!.AsArray(), Has.Count.EqualTo(8));
        Assert.That((string?)picture["altText"], Does.Contain("5 Oct: 9, 12 Oct: 10").And.EndsWith("23 Nov: 11."));
        Assert.That((string?)picture["url"], Does.StartWith("data:image/png;base64,").And.Length.LessThan(3_000));
    }

    /// <summary>The file says what was painted, and each of its parts has the sum that the format wants.</summary>
    [Test]
    public void Png_ARectangle_IsReadBack()
    {
        var png = new Png(5, 4, [0x000000, 0x112233]);
        png.Fill(1, 2, 9, 1, 1);
        var parts = Parts(png.ToFile());
        using var lines = new ZLibStream(new MemoryStream(parts["IDAT"]), CompressionMode.Decompress);
        using var read = new MemoryStream();
        lines.CopyTo(read);

        Assert.That(read.ToArray(), Is.EqualTo(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0 }));
        Assert.That(parts["PLTE"], Is.EqualTo(new byte[] { 0, 0, 0, 0x11, 0x22, 0x33 }));
        Assert.That(parts["IHDR"], Is.EqualTo(new byte[] { 0, 0, 0, 5, 0, 0, 0, 4, 8, 3, 0, 0, 0 }));
    }

    [TestCase(new[] { 0, 0, 0 })]
    [TestCase(new[] { 1_000_000, 1 })]
    [TestCase(new int[0])]
    public void Draw_AnyValues_IsAPicture(int[] values) => Assert.That(Parts(BarPicture.Draw(values).ToFile()).Keys, Does.Contain("IEND"));

    private static Dictionary<string, byte[]> Parts(byte[] file)
    {
        Dictionary<string, byte[]> parts = [];
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var summed = file.AsSpan(at + 4, length + 4);
            Assert.That(BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)), Is.EqualTo(Sum(summed)));
            parts[Encoding.ASCII.GetString(summed[..4])] = summed[4..].ToArray();
            at += length + 12;
        }

        return parts;
    }

    /// <summary>As the format defines it, a bit at a time over the reversed polynomial.</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var carry = ((sum ^ (uint)(one >> bit)) & 1) == 1;
                sum = carry ? (sum >> 1) ^ 0xEDB88320u : sum >> 1;
            }
        }

        return sum ^ 0xFFFFFFFFu;
    }

    private static IReadOnlyList<string> Texts(RenderedCard card) => [.. Nodes(JsonNode.Parse(card.Utf8.Span)).Select(node => (string?)node["text"]).OfType<string>()];

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject o => [o, .. o.SelectMany(property => Nodes(property.Value))],
        JsonArray a => a.SelectMany(Nodes),
        _ => [],
    };
}
