package io.greenroom.server.config;

import java.util.List;

/** The configuration is invalid; the message lists every fault. */
public final class ConfigFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    ConfigFault(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
