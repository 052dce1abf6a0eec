package io.greenroom.testkit;

import io.greenroom.kernel.Options;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Creates and closes the scene of each test method. All scenes of a run share one ledger. */
final class SceneExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SceneExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store run = context.getRoot().getStore(NAMESPACE);
        Ledger ledger = run.computeIfAbsent(Ledger.class, type -> Ledger.open(), Ledger.class);
        SceneStores stores = run.computeIfAbsent(SceneStores.class, type -> SceneStores.chosen(), SceneStores.class);
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Scene.class, type -> Scene.open(ledger, stores, options(context)), Scene.class);
    }

    private static Options options(ExtensionContext context) {
        Map<String, String> values = new HashMap<>();
        for (String option : context.getRequiredTestClass()
                .getAnnotation(GreenroomTest.class)
                .options()) {
            int equals = option.indexOf('=');
            values.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return new Options(Map.copyOf(values));
    }
}
