package io.greenroom.parts.settings;

import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.ContractViolation;
import java.util.List;
import java.util.Optional;

/**
 * The settings in force at the end of a chain, for whoever wants to know a few of them: each costs the same, however
 * many there are. Names are dotted, such as {@code in_meeting.chat}. It says what its unit has seen, and may be kept as
 * long as that.
 */
public final class EffectiveSettings implements HostSettings {
    private final Schema schema;
    private final List<Layer> layers;
    private final int above;
    private final List<SettingAlias> aliases;

    /**
     * What is in force.
     *
     * @param above how many of the layers are above the thing's own, which may not be there
     */
    EffectiveSettings(Schema schema, List<Layer> layers, int above, List<SettingAlias> aliases) {
        this.schema = schema;
        this.layers = layers;
        this.above = above;
        this.aliases = aliases;
    }

    /** A place in the tree of settings: the setting there, and what the layers say of the group that it is in. */
    private record Spot(Property property, List<Layer> layers) {}

    /** A switch, off where nobody has decided and the contract has no default. */
    public boolean flag(String setting) {
        return value(setting).map(Boolean.class::cast).orElse(false);
    }

    public Optional<String> text(String setting) {
        return value(setting).map(Object::toString);
    }

    public Optional<Long> number(String setting) {
        return value(setting).map(Long.class::cast);
    }

    /** A list of texts, empty where nobody has decided. */
    public List<String> texts(String setting) {
        return value(setting)
                .map(value -> ((List<?>) value).stream().map(Object::toString).toList())
                .orElse(List.of());
    }

    /** Whether a layer above the thing's own has locked it. */
    @Override
    public boolean isLocked(String setting) {
        Spot spot = find(kept(setting));
        return spot.layers.subList(0, above).stream().anyMatch(layer -> layer.locks(spot.property.name()));
    }

    @Override
    public Optional<Object> value(String setting) {
        Spot spot = find(kept(setting));
        return Settings.value(spot.property, spot.layers);
    }

    private String kept(String setting) {
        return aliases.stream()
                .filter(alias -> alias.dotted().equals(setting))
                .map(SettingAlias::keptDotted)
                .findFirst()
                .orElse(setting);
    }

    private Spot find(String setting) {
        Spot spot = null;
        for (String name : setting.split("\\.")) {
            Schema group = spot == null ? schema : spot.property.schema();
            Property property = group.property(name)
                    .orElseThrow(() -> new ContractViolation(schema + " has no setting " + setting));
            spot = new Spot(property, spot == null ? layers : below(spot));
        }
        if (spot == null || spot.property.schema().type() == Schema.Type.OBJECT) {
            throw new ContractViolation(schema + " has no single setting " + setting);
        }
        return spot;
    }

    private static List<Layer> below(Spot spot) {
        return spot.layers.stream()
                .map(layer -> layer.below(spot.property.name()))
                .toList();
    }
}
