package io.greenroom.bench;

import java.net.http.HttpClient;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets people join a meeting and leave it by the control API, ends the meeting, and prints how many joins and leaves
 * took place each second. Arguments: the URL of the meeting in the control API, how many people, how many of them are
 * in the meeting at once, and how many sessions are held one after the other.
 */
final class Crowd {
    private static final int CONNECTIONS = 64;
    private static final double SECOND = 1e9;
    private static final Pattern ID = Pattern.compile("\"participant_id\":\"([0-9]+)\"");

    private Crowd() {}

    public static void main(String[] args) throws InterruptedException {
        int people = Integer.parseInt(args[1]);
        int atOnce = Integer.parseInt(args[2]);
        try (HttpClient http = HttpClient.newHttpClient()) {
            Api meeting = new Api(http, args[0], "");
            for (int session = 0; session < Integer.parseInt(args[3]); session++) {
                hold(meeting, people, atOnce);
            }
        }
    }

    private static void hold(Api meeting, int people, int atOnce) throws InterruptedException {
        meeting.send("POST", "/start", "");
        long start = System.nanoTime();
        for (int from = 0; from < people; from += atOnce) {
            comeAndGo(meeting, from, Math.min(atOnce, people - from));
        }
        System.out.printf("%.0f%n", 2 * people * SECOND / (System.nanoTime() - start));
        meeting.send("POST", "/end", "");
    }

    private static void comeAndGo(Api meeting, int from, int count) throws InterruptedException {
        String[] ids = new String[count];
        Api.each(CONNECTIONS, count, number -> ids[number] = join(meeting, from + number));
        Api.each(CONNECTIONS, count, number -> meeting.send("DELETE", "/participants/" + ids[number], ""));
    }

    private static String join(Api meeting, int number) {
        String answer = meeting.send(
                "POST",
                "/participants",
                "{\"name\":\"Person %d\",\"email\":\"person-%d@example.org\"}".formatted(number, number));
        Matcher id = ID.matcher(answer);
        if (!answer.contains("\"admitted\"") || !id.find()) {
            throw new IllegalStateException("Person " + number + " was not admitted: " + answer);
        }
        return id.group(1);
    }
}
