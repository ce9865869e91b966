package dev.interleave.grader.run;

import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** JUnit with nothing that registers itself: one engine, and settings that are only ours. */
final class JUnit {

    private JUnit() {}

    static Launcher launcher() {
        return LauncherFactory.create(
                LauncherConfig.builder()
                        .enableTestEngineAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableLauncherDiscoveryListenerAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .addTestEngines(new JupiterTestEngine())
                        .build());
    }

    /** Loads what every test needs, so that it is not the first test's time. */
    static void warmUp() {
        launcher()
                .execute(
                        request(false, DiscoverySelectors.selectClass(Canary.class)),
                        new Outcome());
    }

    static LauncherDiscoveryRequest request(boolean runDisabled, DiscoverySelector... selectors) {
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .enableImplicitConfigurationParameters(false)
                        .configurationParameter(
                                "junit.jupiter.extensions.autodetection.enabled", "false")
                        .selectors(selectors);
        return runDisabled
                ? request.configurationParameter(
                                "junit.jupiter.conditions.deactivate", "org.junit.*Disabled*")
                        .build()
                : request.build();
    }
}
