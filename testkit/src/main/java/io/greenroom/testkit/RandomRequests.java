package io.greenroom.testkit;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Route;
import io.greenroom.testkit.raw.RawAnswer;
import io.greenroom.testkit.raw.RawRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Generates requests from valid to hostile from the contract. The same seed generates the same requests as long as the
 * answers are the same, because ids and page tokens of answers are reused. Used by one thread.
 */
final class RandomRequests {
    private static final List<String> METHODS = List.of(
            "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "M-SEARCH", "X");
    private static final List<String> GARBAGE = List.of(
            "me",
            "0",
            "-1",
            "null",
            "undefined",
            "..",
            ".",
            "%2e%2e",
            "%00",
            "%2500",
            "%2F",
            "%252F",
            "%C3%A4",
            "%ff",
            "%F0%9F%98%80",
            "a%20b",
            "*",
            "~",
            "@",
            "a@b",
            "%25",
            "1e9",
            "';--",
            "%0d%0aX-Y:z",
            "{userId}",
            "%zz",
            "%");
    private static final List<String> PARAMETERS = List.of(
            "page_size",
            "page_number",
            "next_page_token",
            "status",
            "role_id",
            "type",
            "access_token",
            "a[]",
            "%00",
            "");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "2",
            "30",
            "300",
            "301",
            "-1",
            "99999999999999999999",
            "1.5",
            "abc",
            "%zz",
            "%",
            "%00",
            "%ff",
            "true",
            "active",
            "pending",
            "inactive",
            "+",
            "%F0%9F%98%80",
            "=",
            "[]",
            "2021-02-30",
            "%ED%A0%BD",
            "%C0%80",
            "%EF%BF%BF");
    private static final String FALSELY_PACKED = "Content-Encoding: gzip";
    private static final List<String> HEADERS = List.of(
            "Accept: application/xml",
            "Accept-Encoding: br",
            FALSELY_PACKED,
            "Expect: nothing",
            "Origin: null",
            "X-Forwarded-Proto: ,,",
            "X-Forwarded-Host: a b",
            "Forwarded: ;;",
            "Cookie: =;=",
            "X-HTTP-Method-Override: DELETE",
            "Accept-Language: *;q=x",
            "Authorization: Basic eA==");
    private static final List<String> MALFORMED = List.of(
            "no colon",
            ": empty",
            "a b: c",
            "Content-Length: x",
            "Content-Length: -1",
            "Transfer-Encoding: nonsense",
            "Content-Length: 3\r\nTransfer-Encoding: chunked");
    private static final Pattern LEARNED = Pattern.compile("\"(?:id|next_page_token|email)\":\"([^\"]{1,400})\"");
    private static final Pattern FILE = Pattern.compile("\"pic_url\":\"https?://[^/\"]+(/p/[^\"]{1,200})\"");
    private static final int MOST_KNOWN = 300;

    private final Random random;
    private final List<Operation> operations;
    private final List<String> tokens = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final RandomBodies bodies;
    private Operation asked;
    private int people;

    /** Requests to the scene's server, from its account and another one. */
    RandomRequests(Scene scene, long seed) {
        this.random = new Random(seed);
        this.operations = new ArrayList<>(scene.contract().operations().values());
        this.asked = operations.getFirst();
        this.bodies = new RandomBodies(random, this::person);
        known.addAll(List.of("me", scene.owner(), "owner@first.example", scene.account()));
        Scene other = scene.elsewhere();
        known.add(other.owner());
        tokens.addAll(List.of(scene.token(), other.token(), scene.tokenWith("user:read:admin"), "", "x", "a.b.c"));
        tokens.add(scene.token().substring(0, scene.token().length() - 5));
    }

    /**
     * Collects ids and page tokens of an answer for later requests, and skips operations that are not built from then
     * on.
     */
    void heard(RawAnswer answer) {
        if (answer.status() == RandomAsking.NOT_BUILT && operations.size() > 1) {
            operations.remove(asked);
        }
        Matcher file = FILE.matcher(answer.body());
        if (file.find() && files.size() < MOST_KNOWN) {
            files.add(file.group(1));
        }
        Matcher named = LEARNED.matcher(answer.body());
        while (named.find()) {
            if (known.size() < MOST_KNOWN) {
                known.add(named.group(1));
            } else {
                known.set(5 + random.nextInt(MOST_KNOWN - 5), named.group(1));
            }
        }
    }

    /** The next request. */
    RawRequest next() {
        Operation operation = pick(operations);
        asked = operation;
        String method = oneIn(8) ? pick(METHODS) : operation.route().method();
        String target = target(operation);
        List<String> headers = new ArrayList<>();
        authorization(headers);
        if (oneIn(6)) {
            headers.add(pick(oneIn(2) ? HEADERS : EdgeCases.FILE_HEADERS));
        }
        boolean bodiless = method.equals("GET") || method.equals("HEAD");
        boolean malformed = false;
        String body = "";
        if (oneIn(100)) {
            malformed = true;
            headers.add(pick(MALFORMED));
        } else if (!oneIn(bodiless ? 1 : 12) || oneIn(20)) {
            RandomBodies.Sent sent = bodies.next(operation);
            headers.add("Content-Type: " + sent.type());
            body = sent.bytes();
        }
        boolean chunked = !malformed && !body.isEmpty() && oneIn(6);
        return new RawRequest(
                method,
                target,
                headers,
                body,
                chunked,
                malformed || hasBadEscape(target) || headers.contains(FALSELY_PACKED));
    }

    private void authorization(List<String> headers) {
        String token = oneIn(4) ? pick(tokens) : tokens.getFirst();
        if (!oneIn(20)) {
            headers.add("Authorization: " + pick(List.of("Bearer ", "Bearer ", "bearer ", "BEARER  ")) + token);
        }
    }

    private String target(Operation operation) {
        if (!files.isEmpty() && oneIn(60)) {
            return pick(files);
        }
        StringBuilder target = new StringBuilder(oneIn(60) ? pick(List.of("", "/", "/V2", "/v2/v2")) : "/v2");
        for (String segment : operation.route().segments()) {
            target.append(oneIn(150) ? "//" : "/");
            target.append(Route.isParameter(segment) || oneIn(60) ? place() : segment);
        }
        if (oneIn(60)) {
            target.append('/').append(oneIn(3) ? "x".repeat(random.nextInt(8000)) : place());
        }
        return target + query(operation);
    }

    private String place() {
        if (oneIn(4)) {
            return oneIn(4) ? encoded(pick(EdgeCases.TEXTS)) : pick(GARBAGE);
        }
        String id = pick(known);
        String once = oneIn(2) ? encoded(id) : id.replace("/", "%2F").replace("%2F%2F", "//");
        return oneIn(20) ? encoded(encoded(id)) : once;
    }

    private String query(Operation operation) {
        StringBuilder query = new StringBuilder();
        for (Property parameter : operation.query()) {
            if (oneIn(3)) {
                query.append('&').append(parameter.name()).append('=').append(valueOf(parameter));
            }
        }
        while (oneIn(3)) {
            query.append('&').append(pick(PARAMETERS)).append(oneIn(9) ? "" : "=" + pick(VALUES));
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    private String valueOf(Property parameter) {
        List<Object> allowed = parameter.schema().allowed();
        if (!allowed.isEmpty() && oneIn(2)) {
            return encoded(pick(allowed).toString());
        }
        if (isDate(parameter) && !oneIn(4)) {
            return encoded(pick(EdgeCases.DATES));
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> encoded(pick(known));
            case 2 -> encoded(pick(EdgeCases.TEXTS));
            default -> pick(VALUES);
        };
    }

    private static boolean isDate(Property parameter) {
        String format = parameter.schema().limits().format();
        return "date".equals(format) || "date-time".equals(format);
    }

    private String person() {
        return oneIn(2) ? pick(known) : "person" + people++ + "@first.example";
    }

    private boolean hasBadEscape(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return path.matches(".*%(?![0-9A-Fa-f]{2}).*") || target.contains("{") || target.contains("[");
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
