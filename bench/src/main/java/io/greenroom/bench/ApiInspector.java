package io.greenroom.bench;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the users through the API: every promised user exists, and the total equals the list. */
final class ApiInspector {
    private static final Schema ANY = Schema.anyObject();

    private final String list;
    private final String token;

    ApiInspector(int port, String token) {
        this.list = "http://127.0.0.1:" + port + "/v2/users?page_size=300&status=pending";
        this.token = token;
    }

    Inspection inspect(Set<String> promised) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        long total = -1;
        try (HttpClient http = HttpClient.newHttpClient()) {
            String next = "";
            do {
                Doc page = page(http, next);
                total = page.number("total_records");
                for (Doc user : page.docs("users")) {
                    if (!listed.add(user.text("email"))) {
                        faults.add(user.text("email") + " is listed twice");
                    }
                }
                next = page.text("next_page_token");
            } while (!next.isEmpty());
        }
        if (total != listed.size()) {
            faults.add("the total is " + total + ", and " + listed.size() + " are listed");
        }
        promised.stream().filter(email -> !listed.contains(email)).forEach(email -> faults.add(email + " is lost"));
        return new Inspection(listed.size(), faults);
    }

    private Doc page(HttpClient http, String next) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(list + "&next_page_token=" + next))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return Json.read(ANY, response.body());
    }
}
