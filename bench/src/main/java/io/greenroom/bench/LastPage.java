package io.greenroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks a list page by page and prints the token of the last full page. Arguments: the URL of the first page, which
 * names its size, and a token.
 */
final class LastPage {
    private static final Pattern NEXT = Pattern.compile("\"next_page_token\":\"([^\"]*)\"");
    private static final Pattern TOTAL = Pattern.compile("\"total_records\":(\\d+)");
    private static final Pattern SIZE = Pattern.compile("page_size=(\\d+)");

    private LastPage() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String page = get(http, args[0], args[1]);
            long full = number(TOTAL, page) / number(SIZE, args[0]);
            String next = "";
            for (int i = 1; i < full; i++) {
                next = text(NEXT, page);
                page = get(http, args[0] + "&next_page_token=" + next, args[1]);
            }
            System.out.println(next);
        }
    }

    private static String get(HttpClient http, String url, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(url + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static long number(Pattern pattern, String text) {
        return Long.parseLong(text(pattern, text));
    }

    private static String text(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
