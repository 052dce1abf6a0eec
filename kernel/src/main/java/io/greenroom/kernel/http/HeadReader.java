package io.greenroom.kernel.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Http1HeadersParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reads request lines and headers, and decides where the body ends. Strict wherever two readers could understand two
 * things (lone line feeds, two lengths, unknown codings): that is how requests are smuggled through proxies.
 */
final class HeadReader {
    private static final String SUPPORTED = "HTTP/1.1";
    private static final String OLD = "HTTP/1.0";

    private final DataReader reader;
    private final int maxLine;
    private final int maxHeaders;

    HeadReader(DataReader reader, int maxBytes) {
        this.reader = reader;
        this.maxLine = maxBytes / 2;
        this.maxHeaders = maxBytes - maxLine;
    }

    /** Reads the next head; the first byte of it has arrived. */
    RequestHead read() throws HeadFault {
        byte[] line = readLine();
        int afterMethod = indexOf(line, ' ', 0);
        int afterTarget = afterMethod < 0 ? -1 : indexOf(line, ' ', afterMethod + 1);
        if (afterMethod < 1 || afterTarget < 0) {
            throw HeadFault.malformed("The request line is malformed.");
        }
        String method = method(line, afterMethod);
        String version = text(line, afterTarget + 1, line.length);
        if (!version.equals(SUPPORTED) && !version.equals(OLD)) {
            throw version.matches("HTTP/\\d\\.\\d")
                    ? HeadFault.unknownVersion()
                    : HeadFault.malformed("The request line is malformed.");
        }
        Headers headers = readHeaders();
        checkHost(headers, version.equals(SUPPORTED));
        String target = target(text(line, afterMethod + 1, afterTarget));
        int question = target.indexOf('?');
        return new RequestHead(
                method,
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                headers,
                length(headers),
                keepAlive(headers, version.equals(SUPPORTED)),
                awaitsContinue(headers));
    }

    private byte[] readLine() throws HeadFault {
        try {
            if (reader.startsWithNewLine()) {
                reader.skip(2);
            }
            if (!isToken(reader.lookup())) {
                throw HeadFault.malformed("The request line is malformed.");
            }
            int end = reader.findNewLine(maxLine);
            if (end == maxLine) {
                throw HeadFault.lineTooLong();
            }
            byte[] line = reader.readBytes(end);
            reader.skip(2);
            return line;
        } catch (DataReader.IncorrectNewLineException e) {
            throw HeadFault.malformed("The request line is malformed.");
        }
    }

    private Headers readHeaders() throws HeadFault {
        try {
            return Http1HeadersParser.readHeaders(reader, maxHeaders, true);
        } catch (IllegalStateException e) {
            throw HeadFault.headersTooLarge();
        } catch (IllegalArgumentException | DataReader.IncorrectNewLineException e) {
            throw HeadFault.malformed("A request header is malformed.");
        }
    }

    private static String method(byte[] line, int end) throws HeadFault {
        for (int i = 0; i < end; i++) {
            if (!isToken(line[i])) {
                throw HeadFault.malformed("The request method is malformed.");
            }
        }
        return text(line, 0, end).toUpperCase(Locale.ROOT);
    }

    /** Path and query of the target: all of it, or what follows the authority in an absolute one. */
    private static String target(String target) throws HeadFault {
        if (target.startsWith("/")) {
            return withoutFragment(target);
        }
        int scheme = target.indexOf("://");
        if (scheme < 1 || !target.regionMatches(true, 0, "http", 0, 4)) {
            throw HeadFault.unknownTarget();
        }
        int authority = scheme + 3;
        for (int i = authority; i < target.length(); i++) {
            if (target.charAt(i) == '/') {
                return withoutFragment(target.substring(i));
            }
            if (target.charAt(i) == '?') {
                return withoutFragment("/" + target.substring(i));
            }
        }
        return "/";
    }

    private static String withoutFragment(String target) {
        int hash = target.indexOf('#');
        return hash < 0 ? target : target.substring(0, hash);
    }

    private static void checkHost(Headers headers, boolean required) throws HeadFault {
        if (!headers.contains(HeaderNames.HOST)) {
            if (required) {
                throw HeadFault.malformed("The Host header is missing.");
            }
            return;
        }
        Header host = headers.get(HeaderNames.HOST);
        String value = host.get();
        boolean plain = host.valueCount() == 1;
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~:[]%".indexOf(c) >= 0);
        }
        if (!plain) {
            throw HeadFault.malformed("The Host header is malformed.");
        }
    }

    private static long length(Headers headers) throws HeadFault {
        boolean hasLength = headers.contains(HeaderNames.CONTENT_LENGTH);
        if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            Header coding = headers.get(HeaderNames.TRANSFER_ENCODING);
            if (hasLength || coding.valueCount() != 1 || !coding.get().equalsIgnoreCase("chunked")) {
                throw HeadFault.malformed("The Transfer-Encoding header is not supported.");
            }
            return RequestHead.CHUNKED;
        }
        return hasLength ? contentLength(headers.get(HeaderNames.CONTENT_LENGTH)) : 0;
    }

    private static long contentLength(Header header) throws HeadFault {
        String digits = header.get();
        if (header.valueCount() != 1 || digits.isEmpty() || digits.length() > 15) {
            throw HeadFault.malformed("The Content-Length header is malformed.");
        }
        long length = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw HeadFault.malformed("The Content-Length header is malformed.");
            }
            length = length * 10 + digit;
        }
        return length;
    }

    private static boolean keepAlive(Headers headers, boolean unlessTold) {
        if (!headers.contains(HeaderNames.CONNECTION)) {
            return unlessTold;
        }
        List<String> values = headers.get(HeaderNames.CONNECTION).allValues();
        String tokens = String.join(",", values).toLowerCase(Locale.ROOT);
        return unlessTold ? !tokens.contains("close") : tokens.contains("keep-alive");
    }

    private static boolean awaitsContinue(Headers headers) {
        return headers.contains(HeaderNames.EXPECT)
                && headers.get(HeaderNames.EXPECT).get().equalsIgnoreCase("100-continue");
    }

    private static boolean isToken(byte b) {
        return b > ' ' && b < 127 && "()<>@,;:\\\"/[]?={}".indexOf(b) < 0;
    }

    private static int indexOf(byte[] bytes, char wanted, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
