package io.greenroom.api.meetings;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.LiveActs;
import io.greenroom.live.Obstacle;
import java.util.Optional;

/**
 * Starts and stops the live streams of running meetings and webinars.
 *
 * @param acts of the sessions of one kind
 */
public record StreamSwitch(LiveActs acts) {

    /** Does what the request's {@code action} says, which is to start if it is missing. */
    public void change(Call call, Doc schedule) {
        boolean stop = call.body().text("action", "start").equals("stop");
        Optional<Obstacle> obstacle = stop
                ? acts.stopStream(call, schedule)
                : acts.startStream(call, schedule, call.body().optionalDoc("settings"));
        obstacle.flatMap(StreamSwitch::failure).ifPresent(failure -> {
            throw call.refuse(failure);
        });
    }

    /** The failure of an obstacle; stopping a stream that does not run has no effect. */
    private static Optional<String> failure(Obstacle obstacle) {
        return switch (obstacle) {
            case NOT_RUNNING -> Optional.of("meeting-not-live");
            case TOO_SOON -> Optional.of("meeting-stream-too-often");
            case UNSET -> Optional.of("meeting-stream-unset");
            case NOTHING_THERE -> Optional.empty();
            case NOT_INSIDE, NOT_ALLOWED, SHARED_ALREADY, DISABLED, DONE_ALREADY, TOO_MANY, WRONG_ANSWER ->
                throw new ContractViolation("No stream is refused with " + obstacle);
        };
    }
}
