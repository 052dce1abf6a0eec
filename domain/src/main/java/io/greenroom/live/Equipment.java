package io.greenroom.live;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Draws;
import io.greenroom.live.states.ParticipantRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clients of participants: what they use where the person who joins does not say it. */
final class Equipment {
    private static final String MIXED = "mixed";

    /** The quality profiles that {@code mixed} draws. */
    private static final List<Share> SHARES = List.of(
            new Share("good", 0.6),
            new Share("wifi", 0.8),
            new Share("mobile", 0.9),
            new Share("bad", 0.95),
            new Share("drops", 1));

    /**
     * A profile that is drawn.
     *
     * @param upTo the upper end of its share of all people
     */
    private record Share(String profile, double upTo) {}

    private static final Map<String, String> NETWORKS =
            Map.of("good", "Wired", "wifi", "Wifi", "mobile", "Cellular", "bad", "Wifi", "drops", "Wifi");

    /** Microphone, speaker and camera of a device. */
    private record Kit(String microphone, String speaker, String camera) {
        private static final Kit NONE = new Kit("", "", "");
    }

    private static final Map<String, Kit> KITS = Map.of(
            "Windows", new Kit("Microphone (Realtek Audio)", "Speakers (Realtek Audio)", "Integrated Webcam"),
            "Mac", new Kit("MacBook Pro Microphone", "MacBook Pro Speakers", "FaceTime HD Camera"),
            "Linux", new Kit("Built-in Audio Analog Stereo", "Built-in Audio Analog Stereo", "Integrated Camera"),
            "iOS", new Kit("iPhone Microphone", "iPhone Speaker", "Front Camera"),
            "Android", new Kit("Built-in Microphone", "Built-in Speaker", "Front Camera"),
            "Web", new Kit("Default", "Default", "Default"),
            "Zoom Rooms", new Kit("Room Microphone", "Room Speaker", "Room Camera"));

    private Equipment() {}

    /** The profile that a name means for one participant: {@code mixed} draws one, always the same. */
    static String profile(Doc session, String userId, String name) {
        if (!name.equals(MIXED)) {
            return name;
        }
        double drawn = new Draws(session.number("seed", 0)).of("quality of " + userId);
        return SHARES.stream()
                .filter(share -> drawn < share.upTo())
                .findFirst()
                .orElseThrow()
                .profile();
    }

    /** Fills the client of a new stay. */
    static Doc fill(Call call, Doc session, Doc stay, Arrival arrival) {
        Doc given = arrival.equipment();
        stay.take(call.blank("ParticipantEquipment").fillDefaults()).take(client(call, given));
        stay.put("ip_address", given.text("ip", ""));
        boolean room = given.has("room_id");
        String device = given.text("device", room ? "Zoom Rooms" : "Windows");
        Kit kit = KITS.getOrDefault(device, Kit.NONE);
        String profile = profile(session, stay.text("user_id"), given.text("quality", "good"));
        stay.put("device", device)
                .put("quality", profile)
                .putIfAbsent("network_type", NETWORKS.getOrDefault(profile, "Others"))
                .putIfAbsent("microphone", kit.microphone())
                .putIfAbsent("speaker", kit.speaker())
                .putIfAbsent("camera", kit.camera())
                .putIfAbsent("audio", device.equals("Phone") ? "phone" : "voip")
                .putIfAbsent("pc_name", device.equals("Windows") ? stay.text("name") + "'s PC" : "")
                .putIfAbsent("in_room_participants", device.equals("Zoom Rooms") ? 1 : 0);
        return stay;
    }

    private static Doc client(Call call, Doc given) {
        return call.as("ParticipantEquipment", given);
    }

    /** Whether a client's camera is on when its person comes in. */
    static boolean hasCameraOn(Doc given, Doc rules, ParticipantRole role, String device) {
        if (device.equals("Phone") || role == ParticipantRole.ATTENDEE) {
            return false;
        }
        Optional<Boolean> chosen = given.has("camera_on") ? Optional.of(given.flag("camera_on")) : Optional.empty();
        String others = rules.mayHold("panelists_video") ? "panelists_video" : "participant_video";
        return chosen.orElseGet(() -> rules.flag(role == ParticipantRole.HOST ? "host_video" : others));
    }

    /** Whether people come in muted; webinars have no such setting. */
    private static boolean mutes(Doc rules) {
        return rules.mayHold("mute_upon_entry") && rules.flag("mute_upon_entry");
    }

    /** Whether a person comes in muted. */
    static boolean isMuted(Doc given, Doc rules, ParticipantRole role) {
        if (role == ParticipantRole.ATTENDEE) {
            return true;
        }
        return given.has("muted") ? given.flag("muted") : role != ParticipantRole.HOST && mutes(rules);
    }
}
