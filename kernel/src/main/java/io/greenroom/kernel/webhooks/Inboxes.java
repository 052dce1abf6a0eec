package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.outbound.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The inboxes of this process, the most recently used ones. Threads may share it. */
public final class Inboxes {
    /** The paths of inboxes. */
    public static final Pattern PATH = Pattern.compile("/_greenroom/inbox/([A-Za-z0-9_-]{1,64})");

    private static final int MOST = 20;

    private final Map<String, Inbox> inboxes = new LinkedHashMap<>(16, 0.75f, true);

    /** The inbox of a name; it is created if there is none. */
    public synchronized Inbox named(String name) {
        Inbox found = inboxes.computeIfAbsent(name, any -> new Inbox());
        if (inboxes.size() > MOST) {
            inboxes.remove(inboxes.keySet().iterator().next());
        }
        return found;
    }

    /** Deletes an inbox with its messages. */
    public synchronized void remove(String name) {
        inboxes.remove(name);
    }

    /** Lets the inbox that a URL leads to trust a secret; does nothing for other URLs. */
    public void trust(String url, String secret) {
        Target.parse(url).flatMap(target -> name(target.path())).ifPresent(name -> named(name)
                .trust(secret));
    }

    /** The name of the inbox at a path. */
    public static Optional<String> name(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
