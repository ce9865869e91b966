//! prints: channel=null
System.out.println("channel=" + System.inheritedChannel());
