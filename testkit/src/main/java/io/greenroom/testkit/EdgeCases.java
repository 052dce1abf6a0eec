package io.greenroom.testkit;

import java.util.List;

/** Dates, texts and file names at the limits of what clients may send, for generated requests. */
final class EdgeCases {
    private static final String FACE = "\ud83d\ude00";

    static final List<String> DATES = List.of(
            "0000-01-01",
            "0000-01-05",
            "0001-01-01",
            "1969-12-31",
            "1970-01-01",
            "2021-02-28",
            "2021-02-29",
            "2021-07-01",
            "2021-08-01",
            "2021-08-02",
            "2021-08-31",
            "9999-12-31",
            "+9999-12-31",
            "+10000-01-01",
            "+12345-01-01",
            "-0001-01-01",
            "-0000-01-01",
            "+999999999-12-31",
            "2021-8-2",
            "20210802",
            "2021-08-02T10:00:00Z",
            "2021-08-02T10:00:00.123456789Z",
            "2021-08-02T24:00:00Z",
            "2021-08-02T23:59:60Z",
            "2021-08-02 10:00:00",
            "2021-08-02T10:00:00+18:00",
            "9999-12-31T23:59:59Z",
            "9999-12-31T23:59:59-18:00",
            "0000-01-01T00:00:00+18:00",
            "+10000-01-01T00:00:00Z",
            "-0001-12-31T23:59:59Z",
            "253402300800",
            "-62167219201",
            "9223372036854775807");

    /** Surrogate pairs at the limits of lengths, texts that compare alike, and characters without a glyph. */
    static final List<String> TEXTS = List.of(
            FACE,
            "x".repeat(63) + FACE,
            "x".repeat(127) + FACE,
            "x".repeat(254) + FACE,
            "x".repeat(255) + FACE,
            "x".repeat(1023) + FACE,
            FACE.repeat(64),
            FACE.repeat(300),
            "e\u0301",
            "\u0130stanbul",
            "\u1e9e\u00df",
            "\ufdfd",
            "\u202eabc\u202c",
            "\u200b",
            "\u00a0",
            "\ufeff",
            "\uffff",
            "\ufffe",
            "\udbff\udfff",
            "\u0001",
            "\u0085",
            "\u2028",
            "a.".repeat(2000),
            "a@" + "b.".repeat(150) + "com",
            "*." + "a.".repeat(126) + "com",
            "aa:".repeat(1300),
            "http://" + "a/".repeat(2000),
            "Etc/GMT+99999",
            "UTC+18:00:01");

    static final List<String> FILE_NAMES = List.of(
            "a.png",
            "../../a",
            "",
            "a\0.png",
            "\0",
            "x".repeat(500),
            "\u00e4.jpg",
            "x".repeat(254) + FACE,
            "x".repeat(253) + FACE + ".png",
            FACE.repeat(300),
            "C:\\a\\b.png",
            "a/",
            ".",
            "a\"; filename=\"b",
            "\u202egnp.exe",
            "%00.png");

    /** Ranges of bytes, and conditions for files. */
    static final List<String> FILE_HEADERS = List.of(
            "Range: bytes=9-1",
            "Range: bytes=0-0",
            "Range: bytes=-1",
            "Range: bytes=0-,0-,0-,0-",
            "Range: bytes=99999999999999999999-",
            "Range: bytes=-99999999999999999999",
            "Range: bytes=",
            "Range: lines=1-2",
            "If-Range: \"x\"",
            "If-Range: Sat, 01 Jan 10000 00:00:00 GMT",
            "If-None-Match: *",
            "If-Match: W/\"x\", \"y\"",
            "If-Modified-Since: Sat, 01 Jan 0000 00:00:00 GMT",
            "If-Modified-Since: Saturday, 01-Jan-00 00:00:00 GMT",
            "If-Modified-Since: Fri, 31 Dec 9999 23:59:60 GMT",
            "If-Unmodified-Since: Sat, 01 Jan +999999999 00:00:00 GMT");

    private EdgeCases() {}
}
