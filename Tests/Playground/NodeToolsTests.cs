using BridgeBot.Host.Playground;

namespace BridgeBot.Tests.Playground;

public sealed class NodeToolsTests
{
    [TestCase("v20.20.2\n", 20)]
    [TestCase("v8.17.0\r\n", 8)]
    [TestCase("", 0)]
    [TestCase("not a version", 0)]
    public void Major_WhatNodePrints_IsRead(string printed, int major) => Assert.That(NodeTools.Major(printed), Is.EqualTo(major));
}
